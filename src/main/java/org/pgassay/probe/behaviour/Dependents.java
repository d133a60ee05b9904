package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;

/** The rows that hang on a row by any foreign keys, directly or over others, and that row itself. */
final class Dependents {

    private final Laboratory laboratory;
    private final Set<String> places = new LinkedHashSet<>();

    /** What hangs on a row at this moment: places in the files change with every update. */
    Dependents(Laboratory laboratory, Table root, String condition) throws SQLException {
        this.laboratory = laboratory;
        List<String> open =
                places("SELECT " + place("r") + " FROM " + root.name().sql() + " r WHERE " + condition);
        List<Hook> hooks = hooks();
        while (places.addAll(open) && !hooks.isEmpty()) {
            open = places(next(hooks, open));
        }
    }

    /** A foreign key by which rows of a table may hang on others. */
    private record Hook(Table table, Constraint key) {}

    private List<Hook> hooks() {
        List<Hook> hooks = new ArrayList<>();
        for (Table table : laboratory.catalog().tables()) {
            InsertOrder.foreignKeys(table).forEach(key -> hooks.add(new Hook(table, key)));
        }
        return hooks;
    }

    private static String next(List<Hook> hooks, List<String> open) {
        String parents = open.stream().map(Literals::quote).collect(Collectors.joining(", "));
        return hooks.stream().map(hook -> hanging(hook, parents)).collect(Collectors.joining(" UNION "));
    }

    private static String hanging(Hook hook, String parents) {
        ForeignKey far = Objects.requireNonNull(hook.key().foreignKey());
        String same = IntStream.range(0, hook.key().columns().size())
                .mapToObj(i -> "c." + Identifiers.quote(hook.key().columns().get(i)) + " = p."
                        + Identifiers.quote(far.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT " + place("c") + " FROM " + hook.table().name().sql() + " c JOIN "
                + far.table().sql() + " p ON " + same + " WHERE " + place("p") + " IN (" + parents + ")";
    }

    private static String place(String alias) {
        return "CAST(CAST(" + alias + ".tableoid AS pg_catalog.oid) AS pg_catalog.text) || CAST(" + alias
                + ".ctid AS pg_catalog.text)";
    }

    private List<String> places(String query) throws SQLException {
        return laboratory.workshop().query(query).stream()
                .map(row -> Objects.requireNonNull(row.get(0)))
                .toList();
    }

    /** How many rows of a table that do not hang on the row there are, by what they are known by. */
    Map<String, Integer> others(QualifiedName name) throws SQLException {
        Map<String, Integer> others = new HashMap<>();
        for (List<@Nullable String> row : rows(name)) {
            if (!places.contains(Objects.requireNonNull(row.get(0)))) {
                others.merge(Objects.requireNonNull(row.get(1)), 1, Integer::sum);
            }
        }
        return others;
    }

    /** How many of these are gone. */
    long lost(QualifiedName name, Map<String, Integer> before) throws SQLException {
        Map<String, Integer> left = new HashMap<>(before);
        for (List<@Nullable String> row : rows(name)) {
            left.computeIfPresent(Objects.requireNonNull(row.get(1)), (any, count) -> count == 1 ? null : count - 1);
        }
        return left.values().stream().mapToLong(Integer::longValue).sum();
    }

    private List<List<@Nullable String>> rows(QualifiedName name) throws SQLException {
        Table table = laboratory.table(name).orElse(null);
        if (table == null) {
            return List.of();
        }
        List<String> key = laboratory.rows(table).plan().key();
        String known = key.isEmpty()
                ? "t"
                : key.stream()
                        .map(column -> "t." + Identifiers.quote(column))
                        .collect(Collectors.joining(", ", "ROW(", ")"));
        return laboratory
                .workshop()
                .query("SELECT " + place("t") + ", CAST(" + known + " AS pg_catalog.text) FROM " + name.sql() + " t");
    }

    /** That a row is the one that holds what another holds in its key, or all it holds. */
    static String same(List<String> key, Row row) {
        return Children.is(key.isEmpty() ? List.copyOf(row.values().keySet()) : key, row);
    }
}
