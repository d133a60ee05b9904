package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Table;
import org.pgassay.rows.Condition;
import org.pgassay.rows.Literals;
import org.pgassay.rows.TablePlan;

/** Which rows a partition takes: PostgreSQL gives the condition, for every strategy of partitioning. */
final class Partitioning {

    private final Session session;
    private final Catalog catalog;

    Partitioning(Session session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** What a row of the table must meet so that it has a place; empty for a table without partitions. */
    List<Condition> conditions(Table table) throws SQLException {
        if (table.partitionOf() != null && table.kind() != Table.Kind.PARTITIONED) {
            return Condition.of(NAME, bound(table), table);
        } else if (table.kind() != Table.Kind.PARTITIONED) {
            return List.of();
        }
        List<String> places = new ArrayList<>();
        for (Table leaf : leaves(table)) {
            String own = TablePlan.checks(leaf).stream()
                    .map(check -> " AND (" + check.sql() + ") IS NOT FALSE")
                    .collect(Collectors.joining());
            places.add("((" + bound(leaf) + ")" + own + ")");
        }
        return List.of(Condition.whole(NAME, places.isEmpty() ? "false" : String.join(" OR ", places), table));
    }

    /** What the condition is called, which no constraint of the catalog stands for. */
    static final String NAME = "the bounds of the partitions";

    /** The partitions that hold rows themselves. */
    List<Table> leaves(Table table) {
        List<Table> leaves = new ArrayList<>();
        for (Table each : catalog.tables()) {
            if (table.name().equals(each.partitionOf())) {
                if (each.kind() == Table.Kind.PARTITIONED) {
                    leaves.addAll(leaves(each));
                } else if (each.kind() == Table.Kind.TABLE) {
                    leaves.add(each);
                }
            }
        }
        return leaves;
    }

    private String bound(Table partition) throws SQLException {
        String regclass = Literals.typed(partition.name().sql(), "pg_catalog.regclass");
        @Nullable String bound = session.value("SELECT pg_catalog.pg_get_partition_constraintdef(" + regclass + ")");
        // A default partition without others takes every row.
        return bound == null || bound.isBlank() ? "true" : bound;
    }
}
