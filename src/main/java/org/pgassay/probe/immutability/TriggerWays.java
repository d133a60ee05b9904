package org.pgassay.probe.immutability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Outcome;
import org.pgassay.postgres.rows.RowSynthesizer;
import org.pgassay.rows.Row;

/** Triggers of other tables whose functions write to the table: what fires them changes its rows. */
final class TriggerWays {

    private static final String FOUND = """
            select 1, pg_catalog.format('%%I.%%I', n.nspname, c.relname), pg_catalog.quote_ident(t.tgname),
                   p.prosrc || coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), ''),
                   t.tgtype & 4 <> 0, t.tgtype & 16 <> 0, t.tgtype & 8 <> 0
            from pg_catalog.pg_trigger t
            join pg_catalog.pg_class c on c.oid = t.tgrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_proc p on p.oid = t.tgfoid
            where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and c.relkind in ('r', 'p')
              and c.oid <> %s
            order by 2, 3
            """;

    private final Field field;

    TriggerWays(Field field) {
        this.field = field;
    }

    private record Found(String table, String trigger, String source, Set<String> events) {}

    /** Tries what fires them. */
    List<Attempt> attempts(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        Set<String> writing = field.ways().changers();
        for (Found found : found()) {
            if (writes(found.source(), writing)) {
                Optional<Table> table = field.ground().bench().catalog().tables().stream()
                        .filter(each -> each.name().sql().equals(found.table()))
                        .findFirst();
                for (String event : found.events()) {
                    attempts.add(fired(assailant, found, event, table));
                }
            }
        }
        return attempts;
    }

    private boolean writes(String source, Set<String> writing) {
        return field.ways().changes(source)
                || (Ways.composes(source) && field.ways().mentions(source))
                || writing.stream().anyMatch(name -> Ways.word(source, name));
    }

    private List<Found> found() throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Statement statement = field.ground().superuser().createStatement();
                ResultSet row = statement.executeQuery(
                        FOUND.formatted(Ground.oid(field.ground().table().name())))) {
            while (row.next()) {
                Map<String, Boolean> events = new LinkedHashMap<>();
                events.put("INSERT", row.getBoolean(5));
                events.put("UPDATE", row.getBoolean(6));
                events.put("DELETE", row.getBoolean(7));
                events.values().removeIf(fires -> !fires);
                found.add(new Found(
                        row.getString(2), row.getString(3), row.getString(4), new LinkedHashSet<>(events.keySet())));
            }
        }
        return found;
    }

    private Attempt fired(Assailant assailant, Found found, String event, Optional<Table> table) throws SQLException {
        String what = event + " on " + field.ground().label(found.table()) + ", whose trigger " + found.trigger()
                + " writes to it";
        List<Judge.Ruling> rulings = new ArrayList<>();
        for (String sql : table.isEmpty() ? List.<String>of() : statements(table.get(), event, found.source())) {
            // The trigger may work on rows that the role itself does not see.
            Judge.Ruling ruling =
                    field.judge().of(assailant.fire(field.first(), List.of(), sql), field.staying(), false);
            rulings.add(ruling);
            if (ruling.is(Outcome.HOLE)) {
                break;
            }
        }
        return Field.said(assailant, what, FunctionVector.told(rulings));
    }

    private List<String> statements(Table table, String event, String source) throws SQLException {
        String name = table.name().sql();
        return switch (event) {
            case "INSERT" -> inserts(table);
            case "UPDATE" -> updates(table, source);
            default -> {
                List<String> deletes = new ArrayList<>(List.of("delete from " + name));
                places(table).forEach(at -> deletes.add("delete from " + name + " where " + at));
                yield deletes;
            }
        };
    }

    private List<String> updates(Table table, String source) {
        Values values = new Values(field.ground().bench().catalog(), List.of());
        LedgerRow nothing = new LedgerRow("true", Map.of(), Map.of(), true, "");
        List<String> updates = new ArrayList<>();
        for (Column column : Field.changing(table.columns())) {
            String name = Identifiers.quote(column.name());
            String set = "update " + table.name().sql() + " set " + name + " = ";
            updates.add(set + name);
            values.other(column, nothing).forEach(value -> updates.add(set + value));
            if (column.type().endsWith("boolean")) {
                updates.add(set + "not " + name);
            } else if (column.type().contains("char") || column.type().endsWith("text")) {
                // What the function asks for is what makes it write.
                Ways.literals(source).forEach(word -> updates.add(set + Values.constant(word)));
            }
        }
        return updates;
    }

    private List<String> places(Table table) throws SQLException {
        return field.ground()
                .column("select pg_catalog.format('tableoid = %s and ctid = %L', tableoid, ctid) from "
                        + table.name().sql() + " order by tableoid, ctid limit 5");
    }

    /** Rows as they can be made up; they are made in a transaction that is undone. */
    private List<String> inserts(Table table) throws SQLException {
        Ground ground = field.ground();
        ground.superuser().setAutoCommit(false);
        try {
            List<Row> rows = RowSynthesizer.over(
                            ground.superuser(),
                            ground.bench().catalog(),
                            ground.bench().samples(),
                            ground.bench().seed() + 3)
                    .rows(table.name(), 2)
                    .rows();
            return rows.stream().map(row -> insert(table, row.values())).toList();
        } finally {
            ground.superuser().rollback();
            ground.superuser().setAutoCommit(true);
        }
    }

    private static String insert(Table table, Map<String, @Nullable String> values) {
        List<Column> columns = Field.changing(table.columns());
        boolean identity = columns.stream().anyMatch(column -> column.identity() == Column.Identity.ALWAYS);
        return "insert into " + table.name().sql()
                + columns.stream()
                        .map(column -> Identifiers.quote(column.name()))
                        .collect(Collectors.joining(", ", " (", ")"))
                + (identity ? " overriding system value" : "")
                + columns.stream()
                        .map(column -> Values.constant(values.get(column.name())))
                        .collect(Collectors.joining(", ", " values (", ")"));
    }
}
