package org.pgassay.seeding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.SeedPlan;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.SqlRunner;
import org.pgassay.migration.Target;
import org.pgassay.spec.Location;

/**
 * Runs the steps of a plan one after the other, each in a session of its own, until one fails.
 *
 * <p>SQL is run as psql runs it: statement by statement, each in a transaction of its own unless the file says BEGIN. The
 * rows of a file of data go in together or not at all.
 */
public final class SeedRunner {

    private final Target target;
    private final Tenants tenants;

    /**
     * A runner.
     *
     * @param target the database, as the role that the seeds are run as
     * @param tenants how that role says for which tenant it works
     */
    public SeedRunner(Target target, Tenants tenants) {
        this.target = target;
        this.tenants = tenants;
    }

    /** How a session says for which tenant it works. */
    public interface Tenants {

        /**
         * Takes the context of a tenant on, within a transaction.
         *
         * @throws SQLException if the server refuses
         */
        void enter(Connection connection, String tenant) throws SQLException;
    }

    /**
     * What came of it.
     *
     * @param done the steps that came to their end, in their order
     * @param failure why the next one did not; null if all did
     */
    public record Outcome(List<Done> done, @Nullable Failure failure) {

        /** Copies the list. */
        public Outcome {
            done = List.copyOf(done);
        }
    }

    /**
     * A step that came to its end.
     *
     * @param count how many statements or rows its file has; {@link #UNKNOWN} for a program
     */
    public record Done(SeedPlan.Step step, int count) {

        /** The count of a step that does not tell. */
        public static final int UNKNOWN = -1;
    }

    /**
     * Why a step failed.
     *
     * @param at the place in the file that is at fault; where the spec states a program
     * @param message what is wrong, without the values of any row
     */
    public record Failure(SeedPlan.Step step, Location at, String message) {}

    /** Thrown within a step that fails. */
    static final class StepException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Location at;

        StepException(Location at, String message) {
            super(message);
            this.at = at;
        }
    }

    /**
     * Runs them.
     *
     * @throws SQLException if the connection is lost
     * @throws org.pgassay.check.UntriedException if a program is not installed here
     */
    public Outcome run(SeedPlan plan) throws SQLException {
        List<Done> done = new ArrayList<>();
        for (SeedPlan.Step step : plan.steps()) {
            try {
                done.add(new Done(step, count(step)));
            } catch (StepException e) {
                return new Outcome(done, new Failure(step, e.at, String.valueOf(e.getMessage())));
            }
        }
        return new Outcome(done, null);
    }

    private int count(SeedPlan.Step step) throws SQLException, StepException {
        if (step instanceof SeedPlan.Sql sql) {
            return statements(sql);
        } else if (step instanceof SeedPlan.Data data) {
            return new DataFile(target, tenants, data).load();
        } else if (step instanceof SeedPlan.Command command) {
            new Program(target, command).run();
            return Done.UNKNOWN;
        }
        throw new IllegalStateException("no step of seeds is a " + step.getClass());
    }

    private int statements(SeedPlan.Sql sql) throws SQLException, StepException {
        try (Connection connection = target.open()) {
            MigrationRun.Step step =
                    new SqlRunner(connection).run(new Revision(sql.name(), sql.file(), null), sql.file());
            MigrationRun.Failure failure = step.failure();
            if (failure != null) {
                throw new StepException(
                        new Location(failure.file(), failure.line(), 1), Discretion.server(failure.message()));
            }
            return step.statements();
        }
    }
}
