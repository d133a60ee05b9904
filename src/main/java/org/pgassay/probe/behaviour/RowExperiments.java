package org.pgassay.probe.behaviour;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.RowTrials;
import org.pgassay.postgres.rows.RowWorkshop;
import org.pgassay.probe.Bench;
import org.pgassay.probe.Bench.Filled;
import org.pgassay.probe.TenantContext;

/**
 * Tries rows in the clone that has rows in all tables: each kind of experiment on one connection, in one transaction that
 * is rolled back, each row in a savepoint.
 */
public final class RowExperiments implements RowTrials {

    private final Bench bench;

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

    private <T> T held(String what, @Nullable Actor actor, Work<T> work) {
        long start = System.nanoTime();
        try {
            String role = actor == null
                    ? bench.server().superuser()
                    : actor == Actor.APPLICATION ? bench.application() : bench.migrator();
            @Nullable TenantContext context =
                    actor == Actor.APPLICATION ? bench.context().orElse(null) : null;
            Filled filled = bench.filled();
            try (Connection connection = bench.open(filled.database())) {
                connection.setAutoCommit(false);
                RowWorkshop workshop = new RowWorkshop(connection, bench.catalog(), bench.samples(), bench.seed());
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
