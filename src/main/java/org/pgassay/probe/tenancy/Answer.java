package org.pgassay.probe.tenancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement.
 *
 * @param rows what it returned, as text; without nulls
 * @param count how many rows it returned or touched
 * @param refusal why it was refused; null if it was not
 * @param notices what it had the server say meanwhile
 */
record Answer(List<List<String>> rows, long count, @Nullable Refusal refusal, List<String> notices) {

    /** Copies the lists. */
    Answer {
        rows = rows.stream().map(List::copyOf).toList();
        notices = List.copyOf(notices);
    }

    static Answer refused(Refusal refusal) {
        return new Answer(List.of(), 0, refusal, List.of());
    }

    boolean refusedBy(Refusal.Cause cause) {
        return refusal != null && refusal.is(cause);
    }

    /** Whether it was let through and touched something. */
    boolean touched() {
        return refusal == null && count > 0;
    }

    /** What became of it, for people. */
    String words() {
        return refusal != null ? refusal.words() : count == 0 ? "it touched no row" : "it was let through";
    }
}
