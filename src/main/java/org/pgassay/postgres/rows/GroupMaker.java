package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.Row;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.TablePlan;
import org.pgassay.rows.TypeValues;

/**
 * Makes the rows of a table, or of tables that refer to each other in a circle. A key to a table that comes later is null
 * at first and set afterwards; where it cannot be null and is deferrable, the later table gets the row that was promised.
 */
final class GroupMaker {

    private final Session session;
    private final Catalog catalog;
    private final SampleRows samples;
    private final long seed;
    private final TypeValues types;
    private final Confinement confinement;
    private final List<Table> group;
    private final Map<QualifiedName, List<Map<String, String>>> promises = new HashMap<>();
    private final Map<QualifiedName, RowMaker> makers = new LinkedHashMap<>();
    private final Map<QualifiedName, List<Stored>> made = new HashMap<>();

    GroupMaker(
            Session session,
            Catalog catalog,
            SampleRows samples,
            long seed,
            TypeValues types,
            Confinement confinement,
            List<Table> group) {
        this.session = session;
        this.catalog = catalog;
        this.samples = samples;
        this.seed = seed;
        this.types = types;
        this.confinement = confinement;
        this.group = group;
    }

    /**
     * Makes rows.
     *
     * @param counts how many more a table is to have; negative for how many it must have in all
     */
    Map<QualifiedName, Outcome> make(Map<QualifiedName, Integer> counts) throws SQLException {
        try {
            return session.attempt(() -> {
                Map<QualifiedName, Outcome> outcomes = new LinkedHashMap<>();
                for (Table table : group) {
                    int count = Objects.requireNonNull(counts.get(table.name()));
                    outcomes.put(table.name(), make(table, count));
                }
                close(outcomes);
                return outcomes;
            });
        } catch (SQLException e) {
            // Only the check of what was deferred is left to fail; all other refusals are outcomes.
            Failures.rethrowUnlessRefused(e);
            Map<QualifiedName, Outcome> outcomes = new LinkedHashMap<>();
            group.forEach(table -> outcomes.put(
                    table.name(), Obstacles.of(table, List.of(), Refusal.of(e), Set.of(), attempts(table))));
            return outcomes;
        }
    }

    private int attempts(Table table) {
        RowMaker maker = makers.get(table.name());
        return maker == null ? 0 : maker.attempts();
    }

    private Outcome make(Table table, int wanted) throws SQLException {
        List<Constraint> later = later(table);
        for (Constraint key : later) {
            if (!InsertOrder.nullable(table, key) && !key.deferrable()) {
                return Obstacles.circle(table, key, attempts(table));
            }
        }
        Partitioning partitioning = new Partitioning(session, catalog);
        if (table.kind() == Table.Kind.PARTITIONED && partitioning.leaves(table).isEmpty()) {
            return Obstacles.of(
                    table,
                    List.of(),
                    new Refusal(null, "", "it has no partition that could hold one", Set.of()),
                    Set.of(),
                    0);
        }
        defer(table, later);
        RowMaker maker =
                new RowMaker(session, catalog, table, types, samples, seed, confinement, names(later), null);
        makers.put(table.name(), maker);
        List<Stored> rows = made.computeIfAbsent(table.name(), name -> new ArrayList<>());
        int before = maker.count();
        List<Map<String, String>> forced = promises.getOrDefault(table.name(), List.of());
        int count = Math.max(wanted < 0 ? -wanted - before : wanted, forced.size());
        for (int i = 0; i < count; i++) {
            RowMaker.Result result = maker.make(before + i, i, i < forced.size() ? forced.get(i) : Map.of());
            if (result instanceof RowMaker.Result.Refused refused) {
                return Obstacles.of(
                        table, rows(rows), refused.refusal(), maker.columnsOf(refused.refusal()), maker.attempts());
            }
            Stored stored = ((RowMaker.Result.Taken) result).row();
            rows.add(stored);
            promise(later, stored.row());
        }
        return new Outcome.Made(table.name(), rows(rows));
    }

    private static List<Row> rows(List<Stored> stored) {
        return stored.stream().map(Stored::row).toList();
    }

    private static Set<String> names(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The foreign keys to tables of the group that have not had their turn. */
    private List<Constraint> later(Table table) {
        int position = group.indexOf(table);
        Set<QualifiedName> after = group.subList(position + 1, group.size()).stream()
                .map(Table::name)
                .collect(Collectors.toSet());
        return InsertOrder.foreignKeys(table).stream()
                .filter(key -> after.contains(InsertOrder.target(key)))
                .toList();
    }

    private void defer(Table table, List<Constraint> later) throws SQLException {
        for (Constraint key : later) {
            if (key.deferrable()) {
                String schema = Identifiers.quote(table.name().schema());
                session.rows("SET CONSTRAINTS " + schema + "." + Identifiers.quote(key.name()) + " DEFERRED");
            }
        }
    }

    /** Notes the parent that a row counts on. */
    private void promise(List<Constraint> later, Row row) {
        for (Constraint key : later) {
            Map<String, String> promised = new LinkedHashMap<>();
            List<String> far = Objects.requireNonNull(key.foreignKey()).columns();
            for (int i = 0; i < far.size(); i++) {
                @Nullable String value = row.values().get(key.columns().get(i));
                if (value != null) {
                    promised.put(far.get(i), value);
                }
            }
            if (promised.size() == far.size()) {
                promises.computeIfAbsent(InsertOrder.target(key), name -> new ArrayList<>())
                        .add(promised);
            }
        }
    }

    /** Closes the circles: sets what was left null, and has what was deferred checked. */
    private void close(Map<QualifiedName, Outcome> outcomes) throws SQLException {
        if (group.size() > 1) {
            session.rows("SET CONSTRAINTS ALL IMMEDIATE");
        }
        for (Table table : group) {
            RowMaker maker = makers.get(table.name());
            List<Stored> rows = made.getOrDefault(table.name(), List.of());
            for (Constraint key : later(table)) {
                if (maker != null && InsertOrder.nullable(table, key)) {
                    fill(maker, key, rows);
                }
            }
            outcomes.computeIfPresent(table.name(), (name, outcome) -> refreshed(outcome, rows(rows)));
        }
    }

    private static Outcome refreshed(Outcome outcome, List<Row> rows) {
        if (outcome instanceof Outcome.Made made) {
            return new Outcome.Made(made.table(), rows);
        } else if (outcome instanceof Outcome.Obstacle obstacle) {
            return new Outcome.Obstacle(
                    obstacle.table(),
                    rows,
                    obstacle.subject(),
                    obstacle.sqlState(),
                    obstacle.message(),
                    obstacle.attempts(),
                    obstacle.suggestion());
        }
        return outcome;
    }

    /** A row that refuses its parent stays as it is: it is valid without. */
    private void fill(RowMaker maker, Constraint key, List<Stored> rows) throws SQLException {
        TablePlan plan = maker.plan();
        List<List<@Nullable String>> parents = new Parents(session, plan, confinement).of(key);
        for (int i = 0; i < rows.size(); i++) {
            Stored row = rows.get(i);
            for (List<@Nullable String> parent : TypeValues.rotated(parents, i, 3)) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                boolean fits = true;
                for (int c = 0; c < key.columns().size(); c++) {
                    String column = key.columns().get(c);
                    String now = row.row().values().get(column);
                    if (now == null) {
                        values.put(column, parent.get(c));
                    } else {
                        fits &= now.equals(parent.get(c));
                    }
                }
                if (fits && !values.isEmpty() && update(maker, rows, i, values)) {
                    break;
                }
            }
        }
    }

    private static boolean update(RowMaker maker, List<Stored> rows, int i, Map<String, @Nullable String> values)
            throws SQLException {
        try {
            maker.writing().update(rows.get(i), values).ifPresent(changed -> rows.set(i, changed));
            return true;
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return false;
        }
    }
}
