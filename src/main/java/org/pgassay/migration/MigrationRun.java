package org.pgassay.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of applying revisions, in their order.
 *
 * @param steps one for each revision
 */
public record MigrationRun(List<Step> steps) {

    /** Copies the list. */
    public MigrationRun {
        steps = List.copyOf(steps);
    }

    /** Whether every revision was applied. */
    public boolean complete() {
        return steps.stream().allMatch(step -> step.state() == State.APPLIED);
    }

    /** What became of a revision. */
    public enum State {
        APPLIED,
        FAILED,
        /** Not applied: one before it failed, or the tool took it back along with one after it that failed. */
        PENDING
    }

    /**
     * A revision and what became of it.
     *
     * @param statements how many statements of it ran without error; {@link #UNKNOWN} if the tool does not tell
     */
    public record Step(
            Revision revision,
            State state,
            int statements,
            @Nullable Failure failure) {

        /** The number of statements of a revision whose tool does not tell how many there were. */
        public static final int UNKNOWN = -1;
    }

    /**
     * Why a revision failed.
     *
     * @param file as the user would write it
     * @param line in the file, from 1: that of PostgreSQL's error position, or of the statement
     * @param statement which statement of the file, from 1; 0 if the tool does not tell
     * @param sql the statement, cut to a few lines
     * @param message PostgreSQL's message, with SQLSTATE, detail and hint where it gives them
     */
    public record Failure(String file, int line, int statement, String sql, String message) {}
}
