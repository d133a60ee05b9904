package org.pgassay.probe.immutability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Outcome;
import org.pgassay.check.Attacks.Who;
import org.pgassay.check.UntriedException;
import org.pgassay.sql.SqlStates;

/** Changes past all guards, of which a chain over the rows must tell. */
final class ChainTrial {

    private static final int LINKS = 3;

    private final Ground ground;
    private final String verify;

    ChainTrial(Ground ground, String verify) {
        this.ground = ground;
        this.verify = verify.strip().replaceAll(";+\\s*$", "");
    }

    List<Attempt> attempts() throws SQLException {
        List<LedgerRow> rows = ground.rows();
        if (rows.size() < LINKS) {
            throw new UntriedException(
                    "too few rows could be made up: " + rows.size() + ", and a chain takes " + LINKS,
                    "Name values under 'behaviour: {sampleRows: …}'.");
        }
        long before = broken(Optional.empty());
        if (before != 0) {
            throw new UntriedException(
                    "the query says that the chain is broken before anything was changed (" + before
                            + (before == 1 ? " row)" : " rows)"),
                    "Correct the query, or let a trigger link the rows that are put in.");
        }
        List<Attempt> attempts = new ArrayList<>();
        LedgerRow middle = rows.get(rows.size() / 2);
        Values values = new Values(ground.bench().catalog(), rows);
        for (Column column : Field.changing(ground.guarded())) {
            changed(column, middle, values).ifPresent(attempts::add);
        }
        attempts.add(deleted("DELETE of a row in the middle", middle));
        attempts.add(deleted("DELETE of the last row", rows.get(rows.size() - 1)));
        return attempts;
    }

    private Optional<Attempt> changed(Column column, LedgerRow row, Values values) throws SQLException {
        String name = Identifiers.quote(column.name());
        for (String value : values.other(column, row)) {
            String sql = "update " + ground.sql() + " set " + name + " = " + value + " where " + row.at();
            try {
                return Optional.of(told("UPDATE of " + name + " in a row in the middle", broken(Optional.of(sql))));
            } catch (SQLException e) {
                // A constraint refuses this value; another one may pass.
                if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private Attempt deleted(String what, LedgerRow row) throws SQLException {
        return told(what, broken(Optional.of("delete from " + ground.sql() + " where " + row.at())));
    }

    private Attempt told(String what, long broken) throws SQLException {
        return new Attempt(
                Who.SUPERUSER,
                ground.role(Who.SUPERUSER),
                what,
                broken > 0 ? Outcome.BLOCKED : Outcome.HOLE,
                broken > 0 ? "the chain shows it" : "the chain does not show it");
    }

    /** How many rows break the chain after a change, which is undone. */
    private long broken(Optional<String> sql) throws SQLException {
        long[] broken = {0};
        ground.replicating(() -> {
            ground.superuser().setAutoCommit(false);
            try {
                if (sql.isPresent()) {
                    ground.run(sql.get());
                }
                broken[0] = count();
            } finally {
                ground.superuser().rollback();
                ground.superuser().setAutoCommit(true);
            }
        });
        return broken[0];
    }

    private long count() throws SQLException {
        try (Statement statement = ground.superuser().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("select count(*) from (" + verify + "\n) as pgassay_breaks")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            if (SqlStates.lost(e.getSQLState()) || SqlStates.internal(e.getSQLState())) {
                throw e;
            }
            throw new UntriedException(
                    "the query that verifies the chain fails: " + e.getMessage(), "Correct the query.");
        }
    }
}
