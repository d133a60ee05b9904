package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Trigger;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;
import org.pgassay.rows.TablePlan;
import org.pgassay.sql.SqlLexer;

/** Puts rows into a table and reads them back. */
final class Writing {

    private final Session session;
    private final TablePlan plan;
    private final @Nullable Actor actor;
    private final String output;

    Writing(Session session, TablePlan plan, @Nullable Actor actor) {
        this.session = session;
        this.plan = plan;
        this.actor = actor;
        this.output = "CAST(tableoid AS pg_catalog.text), CAST(ctid AS pg_catalog.text)"
                + plan.columns().keySet().stream()
                        .map(column -> ", CAST(" + Identifiers.quote(column) + " AS pg_catalog.text)")
                        .collect(Collectors.joining());
    }

    /** Puts a row in; nothing if the table took the statement and has no new row. */
    Optional<Stored> insert(Map<String, @Nullable String> values) throws SQLException {
        return session.attempt(() -> as(values, () -> inserted(values)));
    }

    /** Puts a row in without asking what became of it: that needs no more than the right to insert. */
    void insertUnseen(Map<String, @Nullable String> values) throws SQLException {
        session.attempt(() -> as(values, () -> session.rows(statement(values))));
    }

    /** Whether who puts rows in can also read a row. */
    boolean readable(Stored stored, Map<String, @Nullable String> values) throws SQLException {
        return session.attempt(() -> as(
                values,
                () -> !session.rows("SELECT " + output + " FROM " + plan.table().name().sql() + " WHERE "
                                + stored.place())
                        .isEmpty()));
    }

    /** Does something as who puts rows in. A refusal undoes the change of the role with all else. */
    <T> T as(Map<String, @Nullable String> values, Session.Work<T> work) throws SQLException {
        Actor other = actor;
        if (other == null) {
            return work.run();
        }
        other.enter(session.connection(), values);
        T result = work.run();
        other.leave(session.connection());
        return result;
    }

    private Optional<Stored> inserted(Map<String, @Nullable String> values) throws SQLException {
            if (!hasInsertRules()) {
                return session.rows(statement(values) + " RETURNING " + output).stream()
                        .map(this::stored)
                        .findFirst();
            }
            // A rule may replace the statement by others, and then nothing can be returned.
            Set<String> before = new HashSet<>();
            all().forEach(each -> before.add(each.place()));
            session.rows(statement(values));
            return all().stream().filter(each -> !before.contains(each.place())).findFirst();
    }

    /** Changes columns of a row; nothing if the table took the statement and did not change it. */
    Optional<Stored> update(Stored row, Map<String, @Nullable String> values) throws SQLException {
        String set = values.entrySet().stream()
                .map(each -> Identifiers.quote(each.getKey()) + " = " + Literals.quote(each.getValue()))
                .collect(Collectors.joining(", "));
        return session.attempt(() -> session
                .rows("UPDATE " + plan.table().name().sql() + " SET " + set + " WHERE " + row.place() + " RETURNING "
                        + output)
                .stream()
                .map(this::stored)
                .findFirst());
    }

    private List<Stored> all() throws SQLException {
        return session.rows("SELECT " + output + " FROM " + plan.table().name().sql()).stream()
                .map(this::stored)
                .toList();
    }

    private String statement(Map<String, @Nullable String> values) {
        String into = "INSERT INTO " + plan.table().name().sql();
        if (values.isEmpty()) {
            return into + " DEFAULT VALUES";
        }
        boolean identity = values.keySet().stream()
                .map(column -> Objects.requireNonNull(plan.columns().get(column)))
                .map(ColumnPlan::column)
                .anyMatch(column -> column.identity() != Column.Identity.NONE);
        return into + " (" + Literals.names(List.copyOf(values.keySet())) + ")"
                + (identity ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES ("
                + values.values().stream().map(Literals::quote).collect(Collectors.joining(", ")) + ")";
    }

    private boolean hasInsertRules() {
        return plan.table().rules().stream()
                .filter(rule -> rule.enabled() != Trigger.Enabled.DISABLED)
                .map(Rule::definition)
                .anyMatch(definition ->
                        SqlLexer.tokens(definition).stream().limit(3).anyMatch(token -> token.is("insert")));
    }

    private Stored stored(List<@Nullable String> output) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        int position = 2;
        for (String column : plan.columns().keySet()) {
            values.put(column, output.get(position++));
        }
        return new Stored(
                Row.of(plan.table().name(), plan.key(), values),
                "tableoid = " + output.get(0) + " AND ctid = " + Literals.quote(output.get(1)));
    }
}
