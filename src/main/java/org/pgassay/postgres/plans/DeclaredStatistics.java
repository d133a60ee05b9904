package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.plan.TableSize;

/** Reckons from what a spec states of tables what the planner would know of them. */
public final class DeclaredStatistics {

    private DeclaredStatistics() {}

    /**
     * The statistics of the tables, of their indexes and of their partitions.
     *
     * @param connection as the superuser, to a clone that nobody else uses
     * @param catalog of it
     * @throws SQLException if the server refuses a value
     */
    public static List<RelationStatistics> of(Connection connection, Catalog catalog, List<TableSize> sizes)
            throws SQLException {
        return new ArrayList<>();
    }
}
