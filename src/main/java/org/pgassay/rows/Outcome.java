package org.pgassay.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/** What became of the wish for rows in a table. */
public sealed interface Outcome {

    /** The table. */
    QualifiedName table();

    /** The rows that are there now because of the wish, in the order of their making. */
    List<Row> rows();

    /** As many rows as were wanted. */
    record Made(QualifiedName table, List<Row> rows) implements Outcome {

        /** Copies the list. */
        public Made {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Fewer rows than were wanted, or none.
     *
     * @param subject the constraint, column, policy or trigger that stood in the way, as PostgreSQL names it; null where it
     *     names none
     * @param sqlState of the last refusal; empty where nothing was tried
     * @param message why there is no further row, for people
     * @param attempts how often a row was tried before giving up
     * @param suggestion YAML for the spec that would help; empty where no value could
     */
    record Obstacle(
            QualifiedName table,
            List<Row> rows,
            @Nullable String subject,
            String sqlState,
            String message,
            int attempts,
            String suggestion)
            implements Outcome {

        /** Copies the list. */
        public Obstacle {
            rows = List.copyOf(rows);
        }
    }

    /** A table that holds no rows of its own, with the reason. */
    record Skipped(QualifiedName table, String reason) implements Outcome {

        @Override
        public List<Row> rows() {
            return List.of();
        }
    }
}
