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
     * @param refused the expected errors that it met
     * @param nanos how long it took, in nanoseconds; 0 if nobody measured that
     */
    public record Step(
            Revision revision,
            State state,
            int statements,
            @Nullable Failure failure,
            List<Refused> refused,
            long nanos) {

        /** The number of statements of a revision whose tool does not tell how many there were. */
        public static final int UNKNOWN = -1;

        /** Copies the list. */
        public Step {
            refused = List.copyOf(refused);
        }

        /** A step of a tool that expects no errors, and that nobody measured. */
        public Step(Revision revision, State state, int statements, @Nullable Failure failure) {
            this(revision, state, statements, failure, List.of(), 0);
        }
    }

    /**
     * A statement that PostgreSQL refused, as was expected.
     *
     * @param error which of the errors that the revision declares it is, from 0
     */
    public record Refused(int error, Failure failure) {}

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
