package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.rows.Choices;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Condition;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Pool;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.SqlType;
import org.pgassay.rows.TablePlan;
import org.pgassay.rows.TypeProbe;
import org.pgassay.rows.TypeValues;

/** The values that a column of a table may be given, the best first. */
final class Candidates {

    private static final int USUAL = 6;
    private static final int MANY = 60;

    private final Session session;
    private final TablePlan plan;
    private final TypeValues types;
    private final TypeProbe probe;
    private final SampleRows samples;
    private final long seed;
    private final Parents parents;

    /** Foreign keys to tables that have no rows yet. */
    private final Set<String> later;

    private final Map<String, List<String>> pools = new HashMap<>();

    Candidates(
            Session session,
            TablePlan plan,
            TypeValues types,
            SampleRows samples,
            long seed,
            Parents parents,
            Set<String> later) {
        this.session = session;
        this.plan = plan;
        this.types = types;
        this.probe = new ServerProbe(session);
        this.samples = samples;
        this.seed = seed;
        this.parents = parents;
        this.later = Set.copyOf(later);
    }

    /**
     * What a row is made of.
     *
     * @param number of the row within its table
     * @param row its position among those that are made now
     * @param forced values that other rows count on
     * @param conditions all that may matter for what is tried
     * @param minimal whether null is better than anything else
     * @param wide whether to look further than usual
     */
    record Situation(
            int number,
            int row,
            Map<String, String> forced,
            Set<String> required,
            List<Condition> conditions,
            boolean minimal,
            boolean wide) {

        Situation widened() {
            return new Situation(number, row, forced, required, conditions, minimal, true);
        }
    }

    Choices choices(ColumnPlan column, Situation situation) throws SQLException {
        return new Choices(column.name(), column.type().text(), column.collation(), values(column, situation));
    }

    /** The values; empty where none is known and null is refused. */
    List<@Nullable String> values(ColumnPlan column, Situation situation) throws SQLException {
        SampleRows.Sample sample = sample(column);
        String forced = situation.forced().get(column.name());
        List<@Nullable String> values = new ArrayList<>();
        if (sample != null) {
            values.add(sample.value(column.type(), situation.row()));
            return values;
        } else if (forced != null) {
            values.add(forced);
            return values;
        }
        Set<String> found = new LinkedHashSet<>();
        List<Constraint> keys = plan.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .toList();
        boolean waits = keys.stream().anyMatch(key -> later.contains(key.name()));
        boolean required = column.required() || situation.required().contains(column.name());
        if (keys.isEmpty() || (waits && required)) {
            own(column, situation, found);
        } else {
            for (Constraint key : keys) {
                if (!later.contains(key.name())) {
                    references(key, column, situation, found);
                }
            }
            if (required && keys.stream().allMatch(key -> InsertOrder.nullable(plan.table(), key))) {
                // The reference may be left out by the null of another column.
                own(column, situation, found);
            }
        }
        values.addAll(found);
        if (!required) {
            values.add(situation.minimal() ? 0 : values.size(), null);
        }
        return values;
    }

    SampleRows.@Nullable Sample sample(ColumnPlan column) {
        return samples.of(plan.table().name(), column.name()).orElse(null);
    }

    private void references(Constraint key, ColumnPlan column, Situation situation, Set<String> found)
            throws SQLException {
        int position = key.columns().indexOf(column.name());
        List<List<@Nullable String>> rows = parents.of(key);
        TypeValues.rotated(rows, situation.number(), rows.size())
                .forEach(row -> found.add(Objects.requireNonNull(row.get(position))));
        if (plan.refersToItself(key) && plan.binding(key)) {
            String target = Objects.requireNonNull(key.foreignKey()).columns().get(position);
            if (!target.equals(column.name())) {
                ColumnPlan own = Objects.requireNonNull(plan.columns().get(target));
                for (@Nullable String value : values(own, situation)) {
                    if (value != null) {
                        found.add(value);
                    }
                }
            }
        }
    }

    /** Values of the column's type, whatever it refers to. */
    List<String> own(ColumnPlan column, Situation situation) throws SQLException {
        Set<String> found = new LinkedHashSet<>();
        own(column, situation, found);
        return List.copyOf(found);
    }

    private void own(ColumnPlan column, Situation situation, Set<String> found) throws SQLException {
        List<Condition> about = situation.conditions().stream()
                .filter(condition -> condition.columns().contains(column.name()))
                .toList();
        if (column.source() == ColumnPlan.Source.SEQUENCE) {
            add(found, nextNumber(column.column()));
        } else if (column.source() == ColumnPlan.Source.DEFAULT) {
            add(found, session.ask("SELECT CAST((" + column.defaultExpression() + ") AS pg_catalog.text)"));
        }
        if (column.type().family() == SqlType.Family.INTEGER && !about.isEmpty()) {
            // Behind all that are there, for keys whose sequence or whose count has been overtaken.
            add(found, beyond(column));
        }
        int count = about.isEmpty() ? 1 : situation.wide() ? MANY : USUAL;
        int number = situation.number() + offset(column.name());
        List<String> base = types.values(column.type(), column.name(), number, count);
        List<String> pool = about.isEmpty() ? List.of() : pool(column, about);
        List<String> rest = new ArrayList<>(base);
        found.addAll(base.subList(0, Math.min(USUAL, base.size())));
        found.addAll(TypeValues.rotated(literal(pool, about), situation.number(), pool.size()));
        found.addAll(pool);
        found.addAll(rest);
    }

    /** The constants themselves, of which one as well as the other will do, so that rows take them in turn. */
    private static List<String> literal(List<String> pool, List<Condition> about) {
        Set<String> strings = Pool.of(about.stream().map(Condition::sql).toArray(String[]::new))
                .strings();
        return pool.stream().filter(strings::contains).toList();
    }

    private static void add(Set<String> found, List<List<@Nullable String>> answer) {
        for (List<@Nullable String> row : answer) {
            String value = row.get(0);
            if (value != null) {
                found.add(value);
            }
        }
    }

    private List<List<@Nullable String>> nextNumber(Column column) throws SQLException {
        String next = column.identity() == Column.Identity.NONE
                ? "(" + column.defaultExpression() + ")"
                : "pg_catalog.nextval(pg_catalog.pg_get_serial_sequence("
                        + Literals.quote(plan.table().name().sql()) + ", " + Literals.quote(column.name()) + "))";
        return session.attempt(() -> session.rows("SELECT CAST(" + next + " AS pg_catalog.text)"));
    }

    private List<List<@Nullable String>> beyond(ColumnPlan column) throws SQLException {
        if (column.type().name().startsWith("oid") || column.type().name().startsWith("xid")) {
            return List.of();
        }
        return session.ask("SELECT CAST(CAST(pg_catalog.max(" + Identifiers.quote(column.name())
                + ") AS pg_catalog.numeric) + 1 AS pg_catalog.text) FROM "
                + plan.table().name().sql());
    }

    private List<String> pool(ColumnPlan column, List<Condition> about) {
        String texts = String.join("\n", about.stream().map(Condition::sql).toList());
        return pools.computeIfAbsent(
                column.name() + "\n" + texts,
                name -> valid(column, Pool.of(about.stream().map(Condition::sql).toArray(String[]::new))));
    }

    /** The pool's values that the column's type takes. */
    List<String> valid(ColumnPlan column, Pool pool) {
        return probe.valid(column.type().text(), pool.values(column.type()));
    }

    /** Where a column begins to count, so that another seed gives other values. */
    private int offset(String column) {
        long mixed = seed * 31 + plan.table().name().sql().hashCode() * 17L + column.hashCode();
        return seed == 0 ? 0 : (int) Math.floorMod(mixed ^ (mixed >>> 17), 40L);
    }
}
