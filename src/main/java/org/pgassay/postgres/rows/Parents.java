package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.TablePlan;

/** The keys of the rows that a table's rows may refer to. */
final class Parents {

    /** Enough that every one of a handful of children finds a parent of its own. */
    private static final int MOST = 200;

    private final Session session;
    private final TablePlan plan;
    private final Confinement confinement;
    private final Map<String, List<List<@Nullable String>>> known = new HashMap<>();

    Parents(Session session, TablePlan plan, Confinement confinement) {
        this.session = session;
        this.plan = plan;
        this.confinement = confinement;
    }

    /** The keys that a foreign key can point to, in their order; the table's own rows are read anew each time. */
    List<List<@Nullable String>> of(Constraint constraint) throws SQLException {
        List<List<@Nullable String>> keys = known.get(constraint.name());
        if (keys == null || plan.refersToItself(constraint)) {
            keys = session.attempt(() -> session.rows(query(Objects.requireNonNull(constraint.foreignKey()))));
            known.put(constraint.name(), keys);
        }
        return keys;
    }

    private String query(ForeignKey key) {
        String columns = key.columns().stream()
                .map(column -> "CAST(" + Identifiers.quote(column) + " AS pg_catalog.text)")
                .collect(Collectors.joining(", "));
        String there = key.columns().stream()
                .map(column -> Identifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        // By the bytes of the text, lengths first: the same order under any collation, and numbers as people count.
        String order = IntStream.rangeClosed(1, key.columns().size())
                .mapToObj(i -> "pg_catalog.length(k" + i + "), k" + i + " COLLATE \"C\"")
                .collect(Collectors.joining(", "));
        String names = IntStream.rangeClosed(1, key.columns().size())
                .mapToObj(i -> "k" + i)
                .collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM (SELECT " + columns + " FROM " + plan.rowsOf(key.table()) + " WHERE " + there
                + " AND (" + confinement.parent(key.table()) + ")) pgassay_keys (" + names + ") ORDER BY " + order
                + " LIMIT " + MOST;
    }
}
