package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.rows.Outcome;

/** Makes rows in databases of their own. */
final class RowTries {

    private RowTries() {}

    static Outcome.Made made(Rows rows, String table, int count) throws SQLException {
        Outcome outcome = rows.make(table, count);
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        assertThat(outcome.rows()).hasSize(count);
        assertThat(rows.count(new QualifiedName("public", table))).isGreaterThanOrEqualTo(count);
        return (Outcome.Made) outcome;
    }

    static Outcome.Obstacle obstacle(Rows rows, String table, int count) throws SQLException {
        Outcome outcome = rows.make(table, count);
        assertThat(outcome).isInstanceOf(Outcome.Obstacle.class);
        return (Outcome.Obstacle) outcome;
    }

    interface Trial {
        void run(Rows rows) throws SQLException;
    }

    static void on(int major, String ddl, Trial trial) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            trial.run(Rows.in(database.run(ddl).connection()));
        }
    }

    static void on18(String ddl, Trial trial) throws SQLException {
        on(18, ddl, trial);
    }
}
