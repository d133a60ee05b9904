package org.pgassay.probe.behaviour;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.check.RowTrials;
import org.pgassay.postgres.rows.RowWorkshop;
import org.pgassay.postgres.server.Database;
import org.pgassay.probe.Bench;
import org.pgassay.probe.Bench.Filled;
import org.pgassay.probe.TenantContext;

/**
 * Tries rows in a clone that has rows in all tables: each kind of experiment on one connection, in one transaction that
 * is rolled back, each row in a savepoint.
 */
public final class RowExperiments implements RowTrials {

    private final Bench bench;
    private @Nullable Database copy;

    /** Experiments on that bench. */
    public RowExperiments(Bench bench) {
        this.bench = bench;
    }

    private interface Work<T> {
        T in(Laboratory laboratory) throws SQLException;
    }

    @Override
    public List<Insertion> insertions(List<QualifiedName> tables, Actor actor) {
        return held("insertions", actor, laboratory -> {
            List<Insertion> insertions = new ArrayList<>();
            for (QualifiedName table : tables) {
                insertions.add(new Insertions(laboratory).of(table));
            }
            return insertions;
        });
    }

    @Override
    public List<DefaultTried> defaults(List<DefaultStated> stated) {
        return held("defaults", null, laboratory -> new Defaults(laboratory).of(stated));
    }

    @Override
    public List<Response> violations(List<Stated> stated) {
        return held("violations", null, laboratory -> {
            Violations violations = new Violations(laboratory);
            List<Response> responses = new ArrayList<>();
            for (Stated each : stated) {
                responses.add(violations.of(each));
            }
            return responses;
        });
    }

    @Override
    public List<ActionTried> actions(List<ForeignKeyStated> stated) {
        return held("actions", null, laboratory -> {
            Actions actions = new Actions(laboratory);
            List<ActionTried> tried = new ArrayList<>();
            for (ForeignKeyStated each : stated) {
                tried.add(actions.of(each, false));
                tried.add(actions.of(each, true));
            }
            return tried;
        });
    }

    @Override
    public CascadeTried cascade(QualifiedName root, List<QualifiedName> tables) {
        return held("cascades", null, laboratory -> new Cascades(laboratory).of(root, tables));
    }

    @Override
    public List<Fired> triggers(List<Expected> expected, Actor actor) {
        return held("triggers", actor, laboratory -> {
            List<Fired> fired = new ArrayList<>();
            for (Expected each : expected) {
                fired.add(new Firings(laboratory).of(each));
            }
            return fired;
        });
    }

    /** All leave it as it was, so that one is enough. */
    private Database copy() throws SQLException {
        Database made = copy;
        if (made == null) {
            made = bench.cloned(bench.filled().database());
            copy = made;
        }
        return made;
    }

    private <T> T held(String what, @Nullable Actor actor, Work<T> work) {
        long start = System.nanoTime();
        try {
            String role = actor == null
                    ? bench.server().superuser()
                    : actor == Actor.APPLICATION ? bench.application() : bench.migrator();
            // The owner too is bound where row security is forced.
            @Nullable
            TenantContext context = actor == null ? null : bench.context().orElse(null);
            Filled filled = bench.filled();
            try (Connection connection = bench.open(copy())) {
                connection.setAutoCommit(false);
                RowWorkshop workshop = new RowWorkshop(connection, bench.catalog(), bench.samples(), bench.seed());
                workshop.checkAtOnce();
                T result = work.in(new Laboratory(
                        workshop,
                        filled.outcomes(),
                        role,
                        actor != null,
                        context,
                        new Tenants(bench.catalog(), new Names(bench.schemas()))));
                connection.rollback();
                return result;
            }
        } catch (SQLException e) {
            throw new BrokenException(e);
        } finally {
            bench.measured("behaviour " + what, System.nanoTime() - start);
        }
    }

    /** The database or the connection to it broke, so that nothing can be said of rows. */
    private static final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenException(SQLException cause) {
            super("the database broke off: " + cause.getMessage(), cause);
        }
    }
}
