package org.pgassay.verify.attest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything in a database that a session leaves traces in if it writes. */
final class Traces {

    private static final String RELATIONS = """
            select c.oid::regclass::text
            from pg_class c
            where c.relkind in ('r', 'm', 'p', 't') and not c.relisshared and c.relpersistence <> 't'
            order by 1
            """;

    private Traces() {}

    /** Of every row of every table, catalogs too, who wrote it and where it stands; sequences, counters, transaction ids. */
    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> traces = new TreeMap<>();
        for (String relation : column(connection, RELATIONS)) {
            traces.put(relation, one(connection, """
                    select count(*) || ' ' || md5(coalesce(string_agg(xmin || ' ' || xmax || ' ' || ctid, ',' order by ctid), ''))
                    from %s""".formatted(relation)));
        }
        for (String sequence : column(connection, "select c.oid::regclass::text from pg_class c where relkind = 'S'")) {
            traces.put(
                    sequence,
                    one(connection, "select last_value || ' ' || is_called || ' ' || log_cnt from " + sequence));
        }
        traces.put("rows written", one(connection, """
                select sum(n_tup_ins) || ' ' || sum(n_tup_upd) || ' ' || sum(n_tup_del)
                from pg_stat_all_tables
                where relid not in (select oid from pg_class where relisshared)
                """));
        // Reading takes none, so that it is the same until somebody writes.
        traces.put("next transaction id", one(connection, "select pg_snapshot_xmax(pg_current_snapshot())::text"));
        traces.put(
                "oldest row",
                one(connection, "select datfrozenxid || '' from pg_database where datname = current_database()"));
        return traces;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return column(connection, sql).get(0);
    }
}
