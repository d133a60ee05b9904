package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.ForeignKey.Action;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.rows.Row;

/** Makes rows that a row of the table refers to and nothing else does, so that only a guard can be in the way of them. */
final class Ancestors {

    private final Ground ground;
    private final List<Way> ways = new ArrayList<>();

    private Ancestors(Ground ground) {
        this.ground = ground;
    }

    /**
     * A row above the table's.
     *
     * @param parent its table
     * @param row it
     * @param key the foreign key by which the table refers to it; null where others lie between
     */
    record Way(Table parent, LedgerRow row, @Nullable Constraint key) {

        /** What the table's foreign key says of the deletion of the row above; null where others lie between. */
        @Nullable
        ForeignKey foreign() {
            return key == null ? null : key.foreignKey();
        }
    }

    /** Makes them for each foreign key that changes rows of the table, each above another row of the table. */
    static List<Way> of(Ground ground, List<Row> rows) throws SQLException {
        Ancestors ancestors = new Ancestors(ground);
        int next = 0;
        for (Constraint constraint : keys(ground.table())) {
            if (next < rows.size()) {
                ancestors.above(constraint, rows.get(next++));
            }
        }
        return List.copyOf(ancestors.ways);
    }

    /** The foreign keys of a table that change its rows. */
    static List<Constraint> keys(Table table) {
        List<Constraint> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            ForeignKey key = constraint.foreignKey();
            if (key != null && !key.table().equals(table.name()) && (acts(key.onDelete()) || acts(key.onUpdate()))) {
                keys.add(constraint);
            }
        }
        return keys;
    }

    static boolean acts(Action action) {
        return switch (action) {
            case NO_ACTION, RESTRICT -> false;
            case CASCADE, SET_NULL, SET_DEFAULT -> true;
        };
    }

    private void above(Constraint constraint, Row child) throws SQLException {
        Set<QualifiedName> seen = new LinkedHashSet<>(Set.of(ground.table().name()));
        List<Way> made = new ArrayList<>();
        Map<String, @Nullable String> values = new LinkedHashMap<>(child.values());
        attach(ground.table(), values, constraint, seen, made);
        for (int i = 0; i < made.size(); i++) {
            Way way = made.get(i);
            ways.add(new Way(way.parent(), way.row(), i == 0 ? constraint : null));
        }
    }

    /** Puts a new row above one, and new ones above that as far as deletion comes down from there. */
    private void attach(
            Table table,
            Map<String, @Nullable String> values,
            Constraint constraint,
            Set<QualifiedName> seen,
            List<Way> made)
            throws SQLException {
        ForeignKey key = constraint.foreignKey();
        Optional<Table> parent =
                key == null ? Optional.empty() : ground.bench().catalog().table(key.table());
        if (key == null || parent.isEmpty() || !seen.add(key.table())) {
            return;
        }
        Optional<Row> fresh = fresh(parent.get());
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, @Nullable String> above = new LinkedHashMap<>(fresh.get().values());
        int place = made.size();
        for (Constraint further : keys(parent.get())) {
            ForeignKey next = further.foreignKey();
            if (next != null && next.onDelete() == Action.CASCADE) {
                attach(parent.get(), above, further, seen, made);
            }
        }
        Map<String, @Nullable String> changed = new LinkedHashMap<>();
        for (int i = 0; i < constraint.columns().size(); i++) {
            changed.put(constraint.columns().get(i), above.get(key.columns().get(i)));
        }
        ground.change(table, values, changed);
        values.putAll(changed);
        made.add(place, new Way(parent.get(), ground.located(parent.get(), above), null));
    }

    private Optional<Row> fresh(Table table) throws SQLException {
        ground.superuser().setAutoCommit(false);
        try {
            List<Row> rows = RowSynthesizer.over(
                            ground.superuser(),
                            ground.bench().catalog(),
                            ground.bench().samples(),
                            ground.bench().seed() + 2)
                    .rows(table.name(), 1)
                    .rows();
            ground.superuser().commit();
            return rows.stream().findFirst();
        } finally {
            ground.superuser().rollback();
            ground.superuser().setAutoCommit(true);
        }
    }

    /** An assignment of values, or a condition on them. */
    static String list(Map<String, @Nullable String> values, String between, String separator) {
        return values.entrySet().stream()
                .map(entry -> Identifiers.quote(entry.getKey()) + between + Values.constant(entry.getValue()))
                .collect(Collectors.joining(separator));
    }
}
