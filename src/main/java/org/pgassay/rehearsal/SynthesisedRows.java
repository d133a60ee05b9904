package org.pgassay.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;

/** Rows that are made up: the same ones from the same seed. */
public record SynthesisedRows(SampleRows samples, long seed) implements Rows {

    @Override
    public Map<QualifiedName, String> fill(Connection connection, Catalog catalog, List<QualifiedName> tables, int rows)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Map<QualifiedName, String> obstacles = new LinkedHashMap<>();
            for (Outcome outcome :
                    RowSynthesizer.over(connection, catalog, samples, seed).populate(tables, rows)) {
                String reason = reason(outcome);
                if (outcome.rows().isEmpty() && !reason.isEmpty()) {
                    obstacles.put(outcome.table(), reason);
                }
            }
            connection.commit();
            return obstacles;
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Why there are no more rows; empty if there are as many as were wanted. */
    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Obstacle obstacle) {
            return withoutStop(obstacle.message());
        }
        return outcome instanceof Outcome.Skipped skipped ? withoutStop(skipped.reason()) : "";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
