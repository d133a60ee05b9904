package org.pgassay.probe.immutability;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;

/**
 * Functions of the superuser's that show a role's transaction what the role itself may not see: all rows of the table as they
 * are by then. So a change is seen without being committed.
 */
final class Watch {

    /** Rows must read the same whoever reads them. */
    static final List<String> SETTINGS = List.of(
            "timezone = 'UTC'",
            "datestyle = 'ISO'",
            "intervalstyle = 'postgres'",
            "extra_float_digits = 1",
            "bytea_output = 'hex'");

    private static final String SILENT = """
            select evtname, evtenabled from pg_catalog.pg_event_trigger where evtenabled <> 'D' order by evtname
            """;

    private Watch() {}

    /**
     * Makes the functions.
     *
     * @param guarded the columns whose values are compared
     */
    static void install(Connection superuser, Table table, List<Column> guarded) throws SQLException {
        List<String[]> eventTriggers = eventTriggers(superuser);
        for (String[] each : eventTriggers) {
            Assailant.run(superuser, "alter event trigger " + Identifiers.quote(each[0]) + " disable");
        }
        for (String sql : statements(table, guarded)) {
            Assailant.run(superuser, sql);
        }
        for (String[] each : eventTriggers) {
            String mode = switch (each[1]) {
                case "R" -> "enable replica";
                case "A" -> "enable always";
                default -> "enable";
            };
            Assailant.run(superuser, "alter event trigger " + Identifiers.quote(each[0]) + " " + mode);
        }
    }

    private static List<String[]> eventTriggers(Connection superuser) throws SQLException {
        List<String[]> found = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(SILENT)) {
            while (row.next()) {
                found.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return found;
    }

    private static List<String> statements(Table table, List<Column> guarded) {
        return List.of(
                "create schema pgassay_probe",
                "grant usage on schema pgassay_probe to public",
                """
                create function pgassay_probe.ledger_rows() returns text[] language sql volatile security definer
                set search_path = pg_catalog, pg_temp %s as %s
                """.formatted(
                                SETTINGS.stream().map(each -> "set " + each).collect(Collectors.joining(" ")),
                                dollars(
                                        "select coalesce(array_agg(%s order by %s collate \"C\"), '{}') from %s as \"pgassay row\""
                                                .formatted(
                                                        text(guarded),
                                                        text(guarded),
                                                        table.name().sql()))),
                """
                create function pgassay_probe.bound(relation text, who name) returns boolean language sql stable
                security definer set search_path = pg_catalog, pg_temp as $pgassay$
                select c.relrowsecurity and not r.rolsuper and not r.rolbypassrls
                  and (c.relforcerowsecurity or not pg_has_role(r.oid, c.relowner, 'USAGE'))
                from pg_class c, pg_roles r where c.oid = relation::regclass and r.rolname = who
                $pgassay$
                """,
                "grant execute on all functions in schema pgassay_probe to public");
    }

    private static String dollars(String body) {
        return "$pgassay$" + body + "$pgassay$";
    }

    /** A row as text, as far as it is compared. */
    static String text(List<Column> columns) {
        return columns.stream()
                .map(column -> "\"pgassay row\"." + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", ", "row(", ")::text"));
    }
}
