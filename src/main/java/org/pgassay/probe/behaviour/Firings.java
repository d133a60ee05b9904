package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials.Event;
import org.pgassay.check.RowTrials.Expected;
import org.pgassay.check.RowTrials.Fired;
import org.pgassay.check.RowTrials.Moved;
import org.pgassay.postgres.rows.Refusal;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Literals;
import org.pgassay.rows.Row;

/**
 * Puts in, changes or deletes a row as a role, and looks at the row and at other tables. The row was there before this
 * transaction began, so that {@code now()} is later than whatever it holds.
 */
final class Firings {

    private final Laboratory laboratory;

    Firings(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** What was done, or why it was not. */
    private record Done(String untried, boolean forbidden, String help, Map<String, Moved> moved) {}

    Fired of(Expected expected) throws SQLException {
        Optional<Table> table = laboratory.table(expected.table());
        if (table.isEmpty()) {
            return fired(expected, new Done("there is no such table", false, "Create it.", Map.of()), Map.of());
        }
        Fired with = laboratory.workshop().undone(() -> done(expected, table.get()));
        if (!with.untried().isEmpty()) {
            return with;
        }
        Fired without = laboratory.workshop().undone(() -> {
            laboratory.workshop().disableTriggers(table.get());
            return done(expected, table.get());
        });
        return new Fired(
                with.expected(),
                with.role(),
                with.untried(),
                with.forbidden(),
                with.help(),
                with.moved(),
                with.added(),
                without);
    }

    private Fired done(Expected expected, Table table) throws SQLException {
        Optional<Row> doomed = expected.event() == Event.DELETE ? fresh(table) : Optional.empty();
        Map<QualifiedName, Long> before = counts(expected);
        Done done = switch (expected.event()) {
            case INSERT -> inserted(table);
            case UPDATE -> updated(table, expected.moves());
            case DELETE -> deleted(table, doomed);
        };
        Map<QualifiedName, Long> added = counts(expected);
        added.replaceAll((name, count) -> count - before.getOrDefault(name, 0L));
        return fired(expected, done, added);
    }

    private Fired fired(Expected expected, Done done, Map<QualifiedName, Long> added) {
        return new Fired(
                expected, laboratory.role(), done.untried(), done.forbidden(), done.help(), done.moved(), added, null);
    }

    private Map<QualifiedName, Long> counts(Expected expected) throws SQLException {
        Map<QualifiedName, Long> counts = new HashMap<>();
        for (QualifiedName name : expected.adds().keySet()) {
            Optional<Table> table = laboratory.table(name);
            counts.put(name, table.isEmpty() ? 0 : laboratory.workshop().count(table.get()));
        }
        return counts;
    }

    private Done inserted(Table table) throws SQLException {
        TableRows rows = laboratory.asRole(table);
        Made made = rows.make(Map.of());
        if (made instanceof Made.Refused refused && refused.refusal().state().equals("42501")) {
            // Who may not see the row may still put it in.
            return rows.insertUnseen(refused.stated())
                    .map(refusal -> refused(refusal, ""))
                    .orElseGet(() -> new Done("", false, "", Map.of()));
        } else if (made instanceof Made.Refused refused) {
            return refused(refused.refusal(), refused.suggestion());
        }
        return new Done("", false, "", Map.of());
    }

    private static Done refused(Refusal refusal, String suggestion) {
        boolean forbidden = refusal.state().equals("42501");
        return new Done(
                (refusal.state().isEmpty() ? "" : "ERROR " + refusal.state() + ": ")
                        + refusal.message().replaceFirst(": Key \\(.*", ""),
                forbidden,
                suggestion.isEmpty() ? "" : "Write " + suggestion + ".",
                Map.of());
    }

    /** A row that was there before, by its key. */
    private Optional<Row> existing(Table table) throws SQLException {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        String output = columns.stream()
                .map(column -> "CAST(" + Identifiers.quote(column) + " AS pg_catalog.text)")
                .collect(Collectors.joining(", "));
        List<String> key = laboratory.rows(table).plan().key();
        String order = key.isEmpty() ? "ctid" : Literals.names(key);
        List<List<@Nullable String>> rows = laboratory
                .workshop()
                .query("SELECT " + output + " FROM " + table.name().sql() + " ORDER BY " + order + " LIMIT 1");
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), rows.get(0).get(i));
        }
        return Optional.of(Row.of(table.name(), key, values));
    }

    private static final Done NO_ROW = new Done(
            "the table has no row that could be tried",
            false,
            "See why under behaviour/insertable, and write what would help under 'behaviour: {sampleRows: …}'.",
            Map.of());

    /** A row to which nothing refers, so that nothing but the table itself may keep it. */
    private Optional<Row> fresh(Table table) throws SQLException {
        Made made = laboratory.rows(table).make(Map.of());
        return made instanceof Made.Taken taken ? Optional.of(taken.stored().row()) : existing(table);
    }

    private Done deleted(Table table, Optional<Row> row) throws SQLException {
        if (row.isEmpty()) {
            return NO_ROW;
        }
        String sql = "DELETE FROM " + table.name().sql() + " WHERE " + place(row.get());
        return affected(table, row.get(), sql).orElseGet(() -> new Done("", false, "", Map.of()));
    }

    private static String place(Row row) {
        List<String> key = row.key().isEmpty()
                ? row.values().keySet().stream()
                        .filter(column -> row.values().get(column) != null)
                        .toList()
                : List.copyOf(row.key().keySet());
        return Children.is(key, row);
    }

    /** Does something to one row as the role; what is wrong if it was not done to that row. */
    private Optional<Done> affected(Table table, Row row, String sql) throws SQLException {
        return laboratory.asRole(table).affecting(row.values(), sql).map(refusal -> refused(refusal, ""));
    }

    /** Changes one column after the other until one change is taken. */
    private Done updated(Table table, Set<String> moves) throws SQLException {
        Optional<Row> found = existing(table);
        if (found.isEmpty()) {
            return NO_ROW;
        }
        Row row = found.get();
        Done last = new Done("no column was found that could be changed", false, "", Map.of());
        for (Map.Entry<String, String> change : changes(table, row, moves).entrySet()) {
            String sql = "UPDATE " + table.name().sql() + " SET " + Identifiers.quote(change.getKey()) + " = "
                    + change.getValue() + " WHERE " + place(row);
            Optional<Done> refused = affected(table, row, sql);
            if (refused.isEmpty()) {
                return new Done("", false, "", moved(table, row, moves));
            }
            // What another column is refused for says less than that the role may not.
            last = last.forbidden() ? last : refused.get();
        }
        return last;
    }

    /** Columns and what to set them to: another value where one is known, and in the end their own. */
    private Map<String, String> changes(Table table, Row row, Set<String> moves) throws SQLException {
        Made other = laboratory.workshop().undone(() -> laboratory.rows(table).make(Map.of()));
        Set<String> fixed = InsertOrder.foreignKeys(table).stream()
                .map(Constraint::columns)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        fixed.addAll(row.key().keySet());
        fixed.addAll(moves);
        Map<String, String> changes = new LinkedHashMap<>();
        List<String> same = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = column.name();
            if (fixed.contains(name)
                    || column.generated() != Column.Generated.NONE
                    || column.identity() != Column.Identity.NONE) {
                continue;
            }
            @Nullable
            String value = other instanceof Made.Taken taken
                    ? taken.stored().row().values().get(name)
                    : null;
            if (value != null && !Objects.equals(value, row.values().get(name))) {
                changes.put(name, Literals.quote(value));
            } else {
                same.add(name);
            }
        }
        same.forEach(name -> changes.put(name, Identifiers.quote(name)));
        if (changes.isEmpty()) {
            row.key().keySet().forEach(name -> changes.put(name, Identifiers.quote(name)));
        }
        return changes;
    }

    private Map<String, Moved> moved(Table table, Row row, Set<String> moves) throws SQLException {
        Map<String, Moved> moved = new HashMap<>();
        for (String column : moves) {
            String type = table.column(column).map(Column::type).orElse("");
            if (type.isEmpty()) {
                moved.put(column, Moved.NOT);
                continue;
            }
            String before = Literals.typed(row.values().get(column), type);
            String name = Identifiers.quote(column);
            String from = " FROM " + table.name().sql() + " WHERE " + place(row);
            List<List<@Nullable String>> other = laboratory
                    .workshop()
                    .query("SELECT CAST(" + name + " AS pg_catalog.text) IS DISTINCT FROM CAST(" + before
                            + " AS pg_catalog.text)" + from);
            @Nullable
            List<List<@Nullable String>> on = laboratory
                    .workshop()
                    .asked("SELECT " + name + " > " + before + " OR " + before + " IS NULL" + from);
            if (other.isEmpty() || !"t".equals(other.get(0).get(0))) {
                moved.put(column, Moved.NOT);
            } else {
                moved.put(column, on == null || "t".equals(on.get(0).get(0)) ? Moved.ON : Moved.OTHERWISE);
            }
        }
        return moved;
    }
}
