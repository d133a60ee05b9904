package org.pgassay.probe.immutability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Outcome;

/**
 * Functions that run with the privileges of their owner and write to the table.
 *
 * <p>PostgreSQL does not know what a body does, so they are found by their text. What cannot be called so that it reaches a row
 * is named.
 */
final class FunctionVector {

    private static final int CALLS = 6;

    private static final String FOUND = """
            select p.oid::pg_catalog.regprocedure::text, p.proname, p.prokind = 'p', p.prosecdef,
                   p.prosrc || coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), ''),
                   array(select pg_catalog.format_type(t, null)
                         from unnest(p.proargtypes::pg_catalog.oid[]) with ordinality a (t, n) order by n),
                   array(select coalesce(p.proargnames[n], '')
                         from generate_subscripts(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]), 1) i (i),
                              lateral (select i + case when p.proallargtypes is null then 1 else 0 end) x (n)
                         where p.proargmodes is null or p.proargmodes[n] in ('i', 'b', 'v') order by n)
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace s on s.oid = p.pronamespace
            where s.nspname not in ('pg_catalog', 'information_schema', 'pgassay_probe')
              and p.prokind in ('f', 'p')
              and p.prorettype not in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
              and pg_catalog.has_function_privilege('%s', p.oid, 'EXECUTE')
              and not exists (select from pg_catalog.pg_depend d
                              where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            order by 1
            """;

    private final Field field;

    FunctionVector(Field field) {
        this.field = field;
    }

    private record Found(
            String signature,
            String name,
            boolean procedure,
            boolean definer,
            String source,
            List<String> types,
            List<String> names) {}

    List<Attempt> attempts(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        List<Found> all = found(assailant.role());
        Set<String> writing = writing(all);
        for (Found found : all) {
            if (found.definer() && writing.contains(found.name())) {
                attempts.add(called(assailant, found));
            }
        }
        attempts.addAll(new TriggerWays(field).attempts(assailant));
        return attempts.isEmpty()
                ? List.of(Field.absent(
                        assailant,
                        "a function",
                        "no function that it may execute with the privileges of another role writes to the table, and no"
                                + " trigger of another table does"))
                : attempts;
    }

    private List<Found> found(String role) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Statement statement = field.ground().superuser().createStatement();
                ResultSet row = statement.executeQuery(FOUND.formatted(role.replace("'", "''")))) {
            while (row.next()) {
                found.add(new Found(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        List.of((String[]) row.getArray(7).getArray())));
            }
        }
        return found;
    }

    /** Those that write to the table themselves, or call one that does, or may write to any table. */
    private Set<String> writing(List<Found> all) {
        Set<String> writing = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Found each : all) {
                boolean writes = field.ways().changes(each.source())
                        || Ways.composes(each.source())
                        || writing.stream()
                                .anyMatch(name -> !name.equals(each.name()) && Ways.word(each.source(), name));
                more |= writes && writing.add(each.name());
            }
        }
        return writing;
    }

    private Attempt called(Assailant assailant, Found found) throws SQLException {
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < found.types().size(); i++) {
            values.add(values(
                    i < found.names().size() ? found.names().get(i) : "",
                    found.types().get(i)));
        }
        List<Judge.Ruling> rulings = new ArrayList<>();
        String name = found.signature().substring(0, found.signature().lastIndexOf('('));
        Set<String> calls = new LinkedHashSet<>();
        for (int call = 0; call < CALLS; call++) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                List<String> known = values.get(i);
                arguments.add(known.get(Math.min(call, known.size() - 1)) + "::"
                        + found.types().get(i));
            }
            calls.add((found.procedure() ? "call " : "select ") + name + "(" + String.join(", ", arguments) + ")");
        }
        for (String call : calls) {
            rulings.add(field.judge().of(assailant.fire(field.first(), List.of(), call), field.staying(), false));
        }
        return Field.said(assailant, "the function " + found.signature(), told(rulings));
    }

    /** That rows stay as they are when a function does something else says nothing. */
    static Judge.Ruling told(List<Judge.Ruling> rulings) {
        for (Outcome outcome : List.of(Outcome.HOLE, Outcome.BLOCKED)) {
            for (Judge.Ruling ruling : rulings) {
                if (ruling.is(outcome)) {
                    return ruling;
                }
            }
        }
        return new Judge.Ruling(
                Outcome.UNTRIED,
                "it writes to rows by its text, and no call that could be made up reaches one"
                        + rulings.stream()
                                .filter(ruling -> ruling.is(Outcome.UNTRIED))
                                .findFirst()
                                .map(ruling -> ": " + ruling.reason())
                                .orElse(""));
    }

    /** What an argument may be: the row's own value where it is named as a column. */
    private List<String> values(String name, String type) {
        Set<@Nullable String> values = new LinkedHashSet<>();
        String bare = name.replaceFirst("^(p|in|v|arg|i)?_", "");
        Map<String, @Nullable String> row = field.first().values();
        for (Column column : field.ground().table().columns()) {
            if (column.name().equals(bare) || column.name().equals(name)) {
                values.add(row.get(column.name()));
            }
        }
        for (Column column : field.ground().table().columns()) {
            if (column.type().replace("pg_catalog.", "").equals(type)) {
                values.add(row.get(column.name()));
            }
        }
        values.addAll(byType(type.toLowerCase(Locale.ROOT)));
        values.add(null);
        return values.stream().limit(CALLS).map(Values::constant).toList();
    }

    private List<String> byType(String type) {
        String table = field.ground().sql();
        return switch (type.replaceAll("[ (].*", "")) {
            case "smallint", "integer", "bigint", "numeric", "real", "double" -> List.of("1", "0", "1000");
            case "boolean" -> List.of("true", "false");
            case "text", "character", "name" ->
                List.of(field.ground().table().name().name(), table, "x");
            case "regclass" -> List.of(table);
            case "date", "timestamp" -> List.of("2999-01-01", "1970-01-01");
            case "interval" -> List.of("0", "-100 years");
            case "json", "jsonb" -> List.of("{}");
            default -> List.of();
        };
    }
}
