package org.pgassay.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every single change of some kinds that can be done to a database. What is there is read from PostgreSQL's catalogs by
 * queries of their own, so that an object which pgAssay overlooks is changed all the same.
 */
public final class LiveMutations {

    /** What a change did to a database. */
    public enum Effect {
        /** The catalogs are other ones now. */
        CHANGED,
        /** The catalogs are what they were: nothing is there to be noticed. */
        NONE,
        /** PostgreSQL does not allow it. */
        REFUSED
    }

    private static final String ROLE = """
            do $$ begin
              if not exists (select from pg_catalog.pg_roles where rolname = 'pgassay_mutant') then
                create role pgassay_mutant;
              end if;
            end $$;
            """;

    private static final String IN_USER_SCHEMA =
            "$1 in (select u.oid from pg_namespace u where u.nspname !~ '^pg_' and u.nspname <> 'information_schema')";
    private static final String NOT_OF_EXTENSION =
            "not exists (select from pg_depend e where e.classid = $1.tableoid and e.objid = $1.oid and e.deptype = 'e')";

    /** The parts that queries share, by what stands for them. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("${rel}", "${in:c.relnamespace} and ${own:c}"),
            Map.entry("${ns}", "n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and ${own:n}"),
            Map.entry("${col}", """
                    pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relkind in ('r', 'p') and not c.relispartition and a.attinhcount = 0 and c.reloftype = 0 and ${rel}"""),
            Map.entry("${con}", """
                    pg_constraint k join pg_class c on c.oid = k.conrelid
                    where k.contype <> 't' and k.coninhcount = 0 and k.conparentid = 0 and ${rel}"""),
            Map.entry("${conkeys}", """
                    array(select q.attname::text from pg_attribute q
                      where q.attrelid = k.conrelid and q.attnum = any (k.conkey))"""),
            Map.entry("${quotedkeys}", """
                    array(select quote_ident(q.attname) from unnest(k.conkey) with ordinality u(n, o)
                      join pg_attribute q on q.attrelid = k.conrelid and q.attnum = u.n order by o)"""),
            Map.entry("${idx}", """
                    pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
                    join pg_am am on am.oid = c.relam
                    where t.relkind in ('r', 'p') and not c.relispartition and not exists (
                      select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) and ${rel}"""),
            Map.entry("${trg}", """
                    pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where not t.tgisinternal and t.tgparentid = 0 and ${rel}"""),
            Map.entry("${seq}", "pg_class c join pg_sequence s on s.seqrelid = c.oid where ${rel}"),
            Map.entry("${seqnames}", """
                    array(select q.attname::text from pg_depend d
                      join pg_attribute q on q.attrelid = d.refobjid and q.attnum = d.refobjsubid
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))"""),
            Map.entry(
                    "${fn}",
                    "pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${in:p.pronamespace} and ${own:p}"
                            // The constructors of a range type are PostgreSQL's own and come and go with it.
                            + " and not exists (select from pg_depend i where i.classid = p.tableoid and i.objid = p.oid"
                            + " and i.deptype = 'i')"),
            Map.entry("${routine}", """
                    format('%s %I.%I(%s)', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                      n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))"""),
            Map.entry("${grantable}", """
                    format('%s %I.%I(%s)', case p.prokind when 'p' then 'procedure' else 'function' end,
                      n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))"""),
            Map.entry("${typ}", """
                    pg_type t where t.typcategory <> 'A' and t.typtype <> 'm' and ${in:t.typnamespace} and ${own:t}
                    and (t.typrelid = 0 or exists (select from pg_class r where r.oid = t.typrelid and r.relkind = 'c'))"""));

    private static final Pattern WITH_ARGUMENT = Pattern.compile("\\$\\{(in|own):([a-z.]+)}");

    private static final List<String> CATALOGS = List.of(
            "namespace",
            "class",
            "attribute",
            "attrdef",
            "constraint",
            "index",
            "trigger",
            "rewrite",
            "policy",
            "proc",
            "aggregate",
            "type",
            "enum",
            "range",
            "sequence",
            "inherits",
            "partitioned_table",
            "collation",
            "statistic_ext",
            "event_trigger",
            "publication",
            "publication_rel",
            "foreign_server",
            "foreign_data_wrapper",
            "foreign_table",
            "user_mapping",
            "default_acl",
            "operator",
            "opclass",
            "opfamily",
            "cast",
            "ts_config",
            "ts_config_map",
            "ts_dict",
            "ts_parser",
            "ts_template",
            "am",
            "conversion",
            "description",
            "extension",
            "depend");

    /** What a table's row says of its file and its contents. */
    private static final String NOT_OF_THE_SCHEMA =
            "'{relpages,reltuples,relallvisible,relallfrozen,relfilenode,relfrozenxid,relminmxid}'";

    private LiveMutations() {}

    /** The kinds of change there are. */
    public static List<String> kinds() {
        return List.copyOf(queries().keySet());
    }

    /** All changes to this database, by kind in the order of {@link #kinds()}, each kind in an order that does not vary. */
    public static Map<String, List<LiveChange>> of(Connection connection) throws SQLException {
        Map<String, List<LiveChange>> changes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set search_path = ''");
            for (Map.Entry<String, String> query : queries().entrySet()) {
                changes.put(query.getKey(), changes(query.getKey(), query.getValue(), statement));
            }
            statement.execute("reset search_path");
        }
        return changes;
    }

    private static List<LiveChange> changes(String kind, String query, Statement statement) throws SQLException {
        List<LiveChange> changes = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select * from (" + query + ") as changes (sql, names) order by sql")) {
            while (rows.next()) {
                String sql = rows.getString(1);
                List<String> names = Arrays.asList((String[]) rows.getArray(2).getArray());
                changes.add(new LiveChange(kind, sql.contains("pgassay_mutant") ? ROLE + sql : sql, names));
            }
            return changes;
        } catch (SQLException e) {
            throw new SQLException(kind + ": " + e.getMessage(), e.getSQLState(), e);
        }
    }

    /** Makes a change, looks whether it was one, and takes it back. */
    public static Effect tryOut(LiveChange change, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String before = digest(statement);
            try {
                statement.execute(change.sql());
                // Constraints that wait for the end of the transaction.
                statement.execute("set constraints all immediate");
            } catch (SQLException e) {
                return Effect.REFUSED;
            }
            return digest(statement).equals(before) ? Effect.NONE : Effect.CHANGED;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String digest(Statement statement) throws SQLException {
        List<String> queries = CATALOGS.stream()
                .map(catalog ->
                        ("select coalesce(md5(string_agg(row, '' order by row)), '') from (select md5((to_jsonb(x) - "
                                        + NOT_OF_THE_SCHEMA + "::text[])::text) as row from pg_catalog.pg_%s x%s) y")
                                .formatted(catalog, userRows(catalog)))
                .toList();
        try (ResultSet rows = statement.executeQuery(String.join(" union all ", queries))) {
            StringBuilder digest = new StringBuilder();
            while (rows.next()) {
                digest.append(rows.getString(1)).append('\n');
            }
            return digest.toString();
        }
    }

    /** Leaves out the thousands of rows that came with the server. */
    private static String userRows(String catalog) {
        return switch (catalog) {
            case "attribute" -> " where attrelid >= 16384";
            case "description", "depend" ->
                " where objoid_or_objid >= 16384"
                        .replace("objoid_or_objid", catalog.equals("depend") ? "objid" : "objoid");
            case "proc", "operator", "type", "collation", "cast", "conversion" -> " where oid >= 16384";
            default -> "";
        };
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String part : text().split("(?m)^-- kind: ", -1)) {
            int end = part.indexOf('\n');
            if (!part.startsWith("--")) {
                String twice = queries.put(part.substring(0, end).strip(), expanded(part.substring(end)));
                if (twice != null) {
                    throw new IllegalStateException("two kinds of change have one name: " + part.substring(0, end));
                }
            }
        }
        return queries;
    }

    private static String expanded(String query) {
        String sql = query.strip();
        while (PARTS.keySet().stream().anyMatch(sql::contains)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                sql = sql.replace(part.getKey(), part.getValue());
            }
        }
        Matcher matcher = WITH_ARGUMENT.matcher(sql);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                (found.group(1).equals("in") ? IN_USER_SCHEMA : NOT_OF_EXTENSION).replace("$1", found.group(2))));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(
                LiveMutations.class.getResourceAsStream("live-mutations.sql"), "live-mutations.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
