package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.ForeignKey.Action;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Row;

/** The rows further down that must be gone, or let go, with a row that is deleted by cascade. */
final class Descent {

    /** How many tables hang on one row at most: enough to see that it goes on. */
    private static final int MOST = 3;

    private final Laboratory laboratory;
    private final Children children;
    private final boolean none;
    private final List<Below> rows = new ArrayList<>();

    /** A row that refers to one that is to be gone. */
    private record Below(Table table, Constraint key, Row parent) {}

    /**
     * Nothing yet.
     *
     * @param none whether nothing goes on further down
     */
    Descent(Laboratory laboratory, Children children, boolean none) {
        this.laboratory = laboratory;
        this.children = children;
        this.none = none;
    }

    /** Hangs rows on one, and on these others. */
    void below(Table table, Row row, Set<QualifiedName> seen, int levels) throws SQLException {
        if (none || levels == 0) {
            return;
        }
        int count = 0;
        for (Table each : laboratory.catalog().tables()) {
            for (Constraint key : InsertOrder.foreignKeys(each)) {
                ForeignKey far = Objects.requireNonNull(key.foreignKey());
                boolean goesOn = far.onDelete() == Action.CASCADE || far.onDelete() == Action.SET_NULL;
                if (count < MOST && goesOn && far.table().equals(table.name()) && !seen.contains(each.name())) {
                    count += hang(each, key, row, seen, levels) ? 1 : 0;
                }
            }
        }
    }

    private boolean hang(Table table, Constraint key, Row parent, Set<QualifiedName> seen, int levels)
            throws SQLException {
        // A row that cannot be made is an obstacle of its own table, and not of the key above.
        if (table.partitionOf() != null || !(children.of(table, key, parent) instanceof Made.Taken taken)) {
            return false;
        }
        rows.add(new Below(table, key, parent));
        if (Objects.requireNonNull(key.foreignKey()).onDelete() == Action.CASCADE) {
            Set<QualifiedName> further = new HashSet<>(seen);
            further.add(table.name());
            below(table, taken.stored().row(), further, levels - 1);
        }
        return true;
    }

    /** What is not as the keys further down want it; empty if all is. */
    String fault() throws SQLException {
        for (Below below : rows) {
            if (children.count(below.table(), Children.refers(below.key(), below.parent())) > 0) {
                return "a row of " + below.table().name().sql() + " still refers to the child by "
                        + below.key().name();
            }
        }
        return "";
    }

    /** What was seen further down. */
    List<String> lines() {
        return rows.stream()
                .map(below -> "further down, " + below.table().name().sql() + " by "
                        + below.key().name() + ": "
                        + (Objects.requireNonNull(below.key().foreignKey()).onDelete() == Action.CASCADE
                                ? "the row is gone"
                                : "the row is there, and refers to nothing"))
                .toList();
    }
}
