package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.check.Rehearsals.Wait;
import org.pgassay.check.Rehearsals.Watched;
import org.pgassay.check.Span;

/**
 * How long others may be kept waiting.
 *
 * @param text as the spec writes it, such as {@code 500ms}
 */
record Bound(String text, long nanos) {

    /** Reads a time in the form that the JSON Schema asks for. */
    static Bound of(String text) {
        return new Bound(text, Span.of(text).nanos());
    }

    boolean exceededBy(Wait wait) {
        return wait.longest() > nanos;
    }

    /** What an exception is for, in plain words. */
    List<String> usesOf(String key, Budget budget, List<Watched> all) {
        List<String> uses = new ArrayList<>();
        for (Watched watched : all) {
            String id = watched.revision().id();
            for (Wait wait : watched.tables()) {
                String table = wait.table().sql();
                if (exceededBy(wait) && budget.exception(id, table).equals(Optional.of(key))) {
                    uses.add("revision " + id + " blocks " + budget.name(table) + " for longer than " + text);
                }
            }
        }
        return uses;
    }
}
