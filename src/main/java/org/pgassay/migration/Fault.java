package org.pgassay.migration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something wrong with a revision graph.
 *
 * @param kind what it is
 * @param subject the id that it is about, or the first one of several
 * @param message what is wrong and what comes of it, with the file and line of every revision that takes part
 * @param help what to do, beginning with a verb
 * @param revisions those that take part, the subject first
 */
public record Fault(Kind kind, String subject, String message, String help, List<Revision> revisions) {

    /** What can be wrong with a graph. */
    public enum Kind {
        /** More or fewer revisions than expected have none that follows them. */
        HEADS(false),
        /** More or fewer revisions than expected follow no other one. */
        ROOTS(false),
        /** A revision follows, or depends on, one that no file states. */
        MISSING_PARENT(true),
        /** Revisions follow one another in a circle. */
        CYCLE(true),
        /** Several files state the same id. */
        DUPLICATE_ID(true),
        /** A parent, or a dependency, that another parent already rests on. */
        REDUNDANT_PARENT(false),
        /** A revision that itself is sound, but rests on one that is missing or in a circle. */
        UNREACHABLE(true),
        /** A file that differs from what was locked, or from what the version table says was applied. */
        EDITED(false);

        private final boolean unusable;

        Kind(boolean unusable) {
            this.unusable = unusable;
        }

        /** Whether no tool can apply such a graph. */
        public boolean unusable() {
            return unusable;
        }

        /** In the words of messages and of JSON: {@code missing-parent}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** More revisions are counted and not named. */
    private static final int SHOWN = 40;

    /** Copies the list. */
    public Fault {
        revisions = List.copyOf(revisions);
    }

    /** An id and where it stands, so that an editor can open it. */
    public static String place(Revision revision) {
        return revision.id() + " (" + revision.file() + ":" + revision.line() + ")";
    }

    /** Revisions and where they stand. */
    public static String places(List<Revision> revisions) {
        String named = revisions.stream().limit(SHOWN).map(Fault::place).collect(Collectors.joining(", "));
        int more = revisions.size() - SHOWN;
        return revisions.isEmpty() ? "none" : named + (more > 0 ? " and " + more + " more" : "");
    }
}
