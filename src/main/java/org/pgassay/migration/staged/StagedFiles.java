package org.pgassay.migration.staged;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.MigrationRun.Failure;
import org.pgassay.migration.MigrationRun.Refused;
import org.pgassay.migration.MigrationRun.State;
import org.pgassay.migration.MigrationRun.Step;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.Revision;
import org.pgassay.migration.RevisionGraph;
import org.pgassay.migration.SourceFile;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;

/** SQL files in stages: each stage is a revision, and what one has done stays when a later one fails. */
public final class StagedFiles implements MigrationRunner {

    /** What a failure that is brought about on purpose says. */
    private static final String BROUGHT_ABOUT = "pgAssay made this stage fail to see what it leaves";

    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final RevisionGraph graph;

    /**
     * Stages in the order of running, with names of their own.
     *
     * @throws IOException if a file cannot be read
     */
    public StagedFiles(List<Stage> inOrder) throws IOException {
        List<Revision> revisions = new ArrayList<>();
        for (Stage stage : inOrder) {
            stages.put(stage.name(), stage);
            revisions.add(revision(stage));
        }
        this.graph = RevisionGraph.linear(revisions);
    }

    private static Revision revision(Stage stage) throws IOException {
        StringBuilder digests = new StringBuilder();
        for (Path file : stage.files()) {
            digests.append(SourceFile.checksum(file)).append('\n');
        }
        int count = stage.files().size();
        String title = count == 1 ? "" : count + " files, this one first";
        return new Revision(
                stage.name(),
                stage.files().get(0),
                1,
                stage.rollback(),
                List.of(),
                List.of(),
                List.of(),
                title,
                SourceFile.sha256(digests.toString()));
    }

    @Override
    public String description() {
        return "SQL files in stages";
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public boolean stepwise() {
        return true;
    }

    /** The stages in the order of running. */
    public List<Stage> stages() {
        return List.copyOf(stages.values());
    }

    @Override
    public MigrationRun upgrade(Target target, List<Revision> revisions) throws SQLException {
        List<Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            if (!failed) {
                target.begins(revision);
            }
            Step step = failed ? new Step(revision, State.PENDING, 0, null) : up(target, revision, false);
            failed |= step.state() != State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    @Override
    public MigrationRun downgrade(Target target, List<Revision> revisions) throws SQLException {
        List<Step> steps = new ArrayList<>();
        boolean failed = false;
        for (Revision revision : revisions) {
            Step step = failed ? new Step(revision, State.PENDING, 0, null) : down(target, revision);
            failed |= step.state() != State.APPLIED;
            steps.add(step);
        }
        return new MigrationRun(steps);
    }

    /**
     * Applies a stage that is one transaction, and has it fail when all its statements have run.
     *
     * @return a failed step; {@link #broughtAbout} tells whether it was that failure or one of the stage's own
     * @throws SQLException only if the connection is lost
     */
    public Step failing(Target target, Revision revision) throws SQLException {
        if (!stage(revision).whole()) {
            throw new IllegalArgumentException("stage " + revision.id() + " is not one transaction");
        }
        return up(target, revision, true);
    }

    /** Whether a step failed because it was made to. */
    public static boolean broughtAbout(Step step) {
        Failure failure = step.failure();
        return failure != null && failure.message().contains(BROUGHT_ABOUT);
    }

    private Stage stage(Revision revision) {
        Stage stage = stages.get(revision.id());
        if (stage == null) {
            throw new IllegalArgumentException("there is no stage " + revision.id());
        }
        return stage;
    }

    private Step up(Target target, Revision revision, boolean failing) throws SQLException {
        Stage stage = stage(revision);
        long start = System.nanoTime();
        Step step = stage.whole()
                ? together(target, revision, stage.files(), stage.errors(), failing)
                : apart(target, revision, stage.files(), stage.errors());
        return new Step(
                revision, step.state(), step.statements(), step.failure(), step.refused(), System.nanoTime() - start);
    }

    private Step down(Target target, Revision revision) throws SQLException {
        Stage stage = stage(revision);
        Path rollback = stage.rollback();
        if (rollback == null) {
            String missing = "nothing undoes it: the stage names no rollback";
            return new Step(
                    revision, State.FAILED, 0, new Failure(revision.file().toString(), 1, 1, "", missing));
        }
        return stage.whole()
                ? together(target, revision, List.of(rollback), List.of(), false)
                : apart(target, revision, List.of(rollback), List.of());
    }

    /** As psql runs files one by one: each in a session of its own. */
    private static Step apart(Target target, Revision revision, List<Path> files, List<ExpectedError> expected)
            throws SQLException {
        Tally tally = new Tally(revision);
        for (Path file : files) {
            try (Connection connection = target.open()) {
                Expectation expectation = new Expectation(connection, expected, false);
                Step step = new SqlRunner(connection, expectation).run(revision, file);
                tally.add(step, expectation.met());
            }
            if (tally.failure != null) {
                break;
            }
        }
        return tally.step();
    }

    /** As psql runs files with --single-transaction: in one session. */
    private static Step together(
            Target target, Revision revision, List<Path> files, List<ExpectedError> expected, boolean failing)
            throws SQLException {
        Tally tally = new Tally(revision);
        try (Connection connection = target.open();
                Statement jdbc = connection.createStatement()) {
            Expectation expectation = new Expectation(connection, expected, true);
            jdbc.execute("begin");
            for (Path file : files) {
                tally.add(new SqlRunner(connection, expectation).run(revision, file), List.of());
                if (tally.failure != null) {
                    break;
                }
            }
            tally.refused.addAll(expectation.met());
            if (tally.failure == null) {
                end(jdbc, expectation, files.get(files.size() - 1), failing, tally);
            }
            if (tally.failure != null) {
                jdbc.execute("rollback");
            }
        }
        return tally.step();
    }

    private static void end(Statement jdbc, Expectation expectation, Path last, boolean failing, Tally tally)
            throws SQLException {
        if (!expectation.inTransaction()) {
            tally.fail(last, "a statement of it has ended the transaction that the whole stage is to be");
            return;
        }
        try {
            if (failing) {
                jdbc.execute("do $$ begin raise exception '" + BROUGHT_ABOUT + "'; end $$");
            }
            jdbc.execute("commit");
        } catch (SQLException e) {
            if (SqlRunner.lost(e)) {
                throw e;
            }
            // Constraints that are deferred, and triggers on them, are tried here.
            tally.fail(last, "at the end of its transaction: " + SqlRunner.describe(e));
        }
    }

    /** What the files of a stage come to together. */
    private static final class Tally {

        private final Revision revision;
        private int statements;
        private final List<Refused> refused = new ArrayList<>();
        private @Nullable Failure failure;

        Tally(Revision revision) {
            this.revision = revision;
        }

        void add(Step step, List<Refused> met) {
            statements += step.statements();
            refused.addAll(met);
            failure = step.failure();
        }

        void fail(Path file, String message) {
            failure = new Failure(file.toString(), 1, 0, "", message);
        }

        Step step() {
            return new Step(revision, failure == null ? State.APPLIED : State.FAILED, statements, failure, refused, 0);
        }
    }
}
