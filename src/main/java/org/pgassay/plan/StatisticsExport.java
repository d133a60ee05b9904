package org.pgassay.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A query that writes, on PostgreSQL 14 and later, what {@code pg_dump --statistics-only} writes from 18 on.
 *
 * <p>It reads no rows of tables. But the most common values, the bounds of histograms and the most common elements are values
 * out of rows: names, addresses, numbers of accounts. They are left out for the columns that are named.
 */
public final class StatisticsExport {

    private static final String VERSION =
            "''version'', ''' || pg_catalog.current_setting('server_version_num') || '''::integer";

    private StatisticsExport() {}

    /**
     * The query; it gives one line of SQL a row, to be kept with {@code psql -AtXq -f query.sql -o statistics.sql}.
     *
     * @param schemas whose relations it is about
     * @param tables patterns of the tables that it is about, with or without their schema; none for all
     * @param without columns whose values are left out, as {@code column}, {@code table.column}, {@code table.*} or {@code *}
     */
    public static String query(List<String> schemas, List<String> tables, List<String> without) {
        return """
                -- The statistics that the planner goes by, for pgAssay. Reads pg_class and pg_stats only, no rows of tables.
                %s
                -- Run it as a superuser, or as the tables' owner where no row security binds that: pg_stats shows others less.
                -- psql -AtXq -f this-file.sql -o statistics.sql
                with left_out (name) as (
                  select name from pg_catalog.unnest(array[%s]::text[]) name
                ), wanted (oid) as (
                  select c.oid
                  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = any (array[%s]::text[]) and c.relkind in ('r', 'm', 'p')%s
                ), relations as (
                  select c.relname, c.relpages, c.reltuples, c.relallvisible, n.nspname
                  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                  where c.oid in (select oid from wanted)
                     or c.oid in (select i.indexrelid from pg_catalog.pg_index i join wanted w on w.oid = i.indrelid)
                ), columns as (
                  select s.*, exists (select from left_out l
                    where l.name in ('*', s.attname, s.tablename || '.*', s.tablename || '.' || s.attname)) as hidden
                  from pg_catalog.pg_stats s
                  where (s.schemaname, s.tablename) in (select r.nspname, r.relname from relations r)
                ), arguments (position, relation, line) as (
                  select 1, c.nspname || '.' || c.relname, 'SELECT * FROM pg_catalog.pg_restore_relation_stats('
                    || '%s' || ', ''schemaname'', ' || %s || ', ''relname'', ' || %s
                    || ', ''relpages'', ''' || c.relpages || '''::integer, ''reltuples'', ''' || c.reltuples
                    || '''::real, ''relallvisible'', ''' || c.relallvisible || '''::integer);'
                  from relations c
                  union all
                  select 2, s.schemaname || '.' || s.tablename, 'SELECT * FROM pg_catalog.pg_restore_attribute_stats('
                    || '%s' || ', ''schemaname'', ' || %s || ', ''relname'', ' || %s || ', ''attname'', ' || %s
                    || ', ''inherited'', ''' || s.inherited || '''::boolean, ''null_frac'', ''' || s.null_frac
                    || '''::real, ''avg_width'', ''' || s.avg_width || '''::integer, ''n_distinct'', ''' || s.n_distinct
                    || '''::real'%s || ');'
                  from columns s
                )
                select line from arguments order by position, relation, line;
                """.formatted(
                        values(without),
                        literals(without),
                        literals(schemas),
                        selection(tables),
                        VERSION,
                        quoted("c.nspname"),
                        quoted("c.relname"),
                        VERSION,
                        quoted("s.schemaname"),
                        quoted("s.tablename"),
                        quoted("s.attname"),
                        optional("most_common_vals", "text", true)
                                + optional("most_common_freqs", "real[]", true)
                                + optional("histogram_bounds", "text", true)
                                + optional("correlation", "real", false)
                                + optional("most_common_elems", "text", true)
                                + optional("most_common_elem_freqs", "real[]", true)
                                + optional("elem_count_histogram", "real[]", true));
    }

    /** Whoever runs it in production must see what leaves it. */
    private static String values(List<String> without) {
        if (without.contains("*")) {
            return "-- No value out of a row is part of what it writes: counts, widths and orders only.";
        }
        return "-- VALUES OUT OF ROWS ARE PART OF WHAT IT WRITES: the most common ones, and bounds of histograms"
                + (without.isEmpty()
                        ? ". Leave them out with --without-values."
                        : ",\n-- but for: " + String.join(", ", without).replaceAll("[\\r\\n]", " "));
    }

    private static String selection(List<String> tables) {
        return tables.isEmpty()
                ? ""
                : "\n    and exists (select from pg_catalog.unnest(array["
                        + literals(tables.stream().map(StatisticsExport::regex).toList())
                        + "]::text[]) p where c.relname ~ p or n.nspname || '.' || c.relname ~ p)";
    }

    /** The pattern as a regular expression of PostgreSQL's, in which only {@code *} and {@code ?} mean something. */
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder("^");
        pattern.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Character.isLetterOrDigit(c) || c == '_' ? "" : "\\").appendCodePoint(c);
            }
        });
        return regex.append('$').toString();
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    /** An expression that quotes a value; quote_literal would write backslashes in PostgreSQL's own way. */
    private static String quoted(String expression) {
        return "'''' || pg_catalog.replace(" + expression + "::text, '''', '''''') || ''''";
    }

    private static String optional(String name, String type, boolean value) {
        String present = "s." + name + " is not null" + (value ? " and not s.hidden" : "");
        return "\n    || case when " + present + " then ', ''" + name + "'', ' || " + quoted("s." + name) + " || '::"
                + type + "' else '' end";
    }
}
