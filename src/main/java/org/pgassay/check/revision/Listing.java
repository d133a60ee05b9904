package org.pgassay.check.revision;

import java.util.List;
import java.util.stream.Collectors;
import org.pgassay.migration.Revision;

/** Revisions in words: each with its file and line, so that an editor can open it. */
final class Listing {

    /** More are counted and not named. */
    private static final int SHOWN = 12;

    private Listing() {}

    /** An id and where it stands. */
    static String of(Revision revision) {
        return revision.id() + " (" + revision.file() + ":" + revision.line() + ")";
    }

    /** Some revisions, or the word none. */
    static String of(List<Revision> revisions) {
        String named = revisions.stream().limit(SHOWN).map(Listing::of).collect(Collectors.joining(", "));
        int more = revisions.size() - SHOWN;
        return revisions.isEmpty() ? "none" : named + (more > 0 ? " and " + more + " more" : "");
    }

    /** A number and the word for it. */
    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
