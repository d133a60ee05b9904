package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;

/** Writes rows of {@code pg_statistic} as ANALYZE would, all at once. */
final class ColumnWriter {

    private static final String FORGET = """
            delete from pg_catalog.pg_statistic s
            using rows from (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::bool[])) g (name, attname, inherited),
                  pg_catalog.pg_attribute a
            where a.attrelid = pg_catalog.to_regclass(g.name) and a.attname = g.attname
              and s.starelid = a.attrelid and s.staattnum = a.attnum and s.stainherit = g.inherited
            """;

    /** For each type that which ANALYZE would use: the operators of what it is, of what it is coerced to, or of its kind. */
    private static final String INSERT = """
            with recursive given as (
              select pg_catalog.to_regclass(g.name)::oid as relation, g.*
              from rows from (
                     pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::bool[]),
                     pg_catalog.unnest(?::float4[]), pg_catalog.unnest(?::int4[]), pg_catalog.unnest(?::float4[]),
                     pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]),
                     pg_catalog.unnest(?::float4[]), pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[]),
                     pg_catalog.unnest(?::text[]))
                g (name, attname, inherited, nulls, width, distinctness, common, frequencies, histogram,
                   correlation, elements, element_frequencies, counts)
            ), columns as materialized (
              select g.*, a.attrelid, a.attnum, a.attcollation, a.atttypid
              from given g join pg_catalog.pg_attribute a
                on a.attrelid = g.relation and a.attname = g.attname and not a.attisdropped
            ), base as (
              select t.oid as stored, t.oid, t.typtype, t.typbasetype, t.typelem, t.typcategory
              from pg_catalog.pg_type t where t.oid in (select atttypid from columns)
              union all
              select b.stored, t.oid, t.typtype, t.typbasetype, t.typelem, t.typcategory
              from base b join pg_catalog.pg_type t on b.typtype = 'd' and t.oid = b.typbasetype
            ), elements as (
              select b.*, case when b.oid = 3614 then 25::oid when b.typcategory = 'A' then b.typelem end as element
              from base b where b.typtype <> 'd'
            ), wanted as (
              select oid as type, typtype, typcategory from elements
              union
              select t.oid, t.typtype, t.typcategory from elements e join pg_catalog.pg_type t on t.oid = e.element
            ), candidates as (
              select w.type, array[w.type]
                  || array(select c.casttarget from pg_catalog.pg_cast c
                           where c.castsource = w.type and c.castmethod = 'b' and c.castcontext = 'i' order by 1)
                  || case when w.typtype = 'e' then 3500::oid when w.typcategory = 'A' then 2277::oid
                          when w.typtype = 'r' then 3831::oid when w.typtype = 'm' then 4537::oid
                          when w.typtype = 'c' then 2249::oid end as types
              from wanted w
            ), operators as materialized (
              select c.type,
                     (select o.amopopr from pg_catalog.pg_opclass k
                      join pg_catalog.pg_amop o on o.amopfamily = k.opcfamily and o.amoplefttype = k.opcintype
                           and o.amoprighttype = k.opcintype and o.amopstrategy = 1
                      where k.opcmethod = 403 and k.opcdefault and k.opcintype = any (c.types)
                      order by pg_catalog.array_position(c.types, k.opcintype) limit 1) as less,
                     (select o.amopopr from pg_catalog.pg_opclass k
                      join pg_catalog.pg_amop o on o.amopfamily = k.opcfamily and o.amoplefttype = k.opcintype
                           and o.amoprighttype = k.opcintype and o.amopstrategy = 3
                      where k.opcmethod = 403 and k.opcdefault and k.opcintype = any (c.types)
                      order by pg_catalog.array_position(c.types, k.opcintype) limit 1) as equal
              from candidates c
            ), kinds as materialized (
              select e.stored, o.less, o.equal, e.element, eo.equal as element_equal
              from elements e join operators o on o.type = e.oid left join operators eo on eo.type = e.element
            )
            insert into pg_catalog.pg_statistic (starelid, staattnum, stainherit, stanullfrac, stawidth, stadistinct,
                stakind1, staop1, stacoll1, stanumbers1, stavalues1,
                stakind2, staop2, stacoll2, stanumbers2, stavalues2,
                stakind3, staop3, stacoll3, stanumbers3, stavalues3,
                stakind4, staop4, stacoll4, stanumbers4, stavalues4,
                stakind5, staop5, stacoll5, stanumbers5, stavalues5)
            select attrelid, attnum, inherited, nulls, width, distinctness,
                   case when v1 is null then 0 else 1 end, case when v1 is null then 0 else equal end,
                   case when v1 is null then 0 else attcollation end, case when v1 is not null then frequencies::float4[] end,
                   pg_catalog.array_in(pg_catalog.textout(v1), atttypid, -1),
                   case when v2 is null then 0 else 2 end, case when v2 is null then 0 else less end,
                   case when v2 is null then 0 else attcollation end, null,
                   pg_catalog.array_in(pg_catalog.textout(v2), atttypid, -1),
                   case when v3 is null then 0 else 3 end, case when v3 is null then 0 else less end,
                   case when v3 is null then 0 else attcollation end, v3, null,
                   case when v4 is null then 0 else 4 end, case when v4 is null then 0 else element_equal end,
                   case when v4 is null then 0 else element_collation end,
                   case when v4 is not null then element_frequencies::float4[] end,
                   pg_catalog.array_in(pg_catalog.textout(v4), element, -1),
                   case when v5 is null then 0 else 5 end, case when v5 is null then 0 else element_equal end,
                   case when v5 is null then 0 else element_collation end, v5, null
            from columns c join kinds k on k.stored = c.atttypid,
                 lateral (select case when k.equal is not null then c.common end as v1,
                                 case when k.less is not null then c.histogram end as v2,
                                 case when k.less is not null and c.correlation is not null
                                   then array[c.correlation] end as v3,
                                 case when k.element_equal is not null then c.elements end as v4,
                                 case when k.element_equal is not null then c.counts::float4[] end as v5,
                                 case when c.atttypid = 3614 then 100 else c.attcollation end as element_collation) v
            """;

    private ColumnWriter() {}

    /**
     * Writes the columns' rows, which replace those that are there.
     *
     * @param relations by their names; the connection must be let to change system tables
     * @throws IllegalArgumentException if a column is not there
     */
    static void write(Connection connection, Map<QualifiedName, List<ColumnStatistics>> relations) throws SQLException {
        List<String> names = new ArrayList<>();
        List<ColumnStatistics> columns = new ArrayList<>();
        relations.forEach((name, list) -> list.forEach(column -> {
            names.add(name.sql());
            columns.add(column);
        }));
        if (columns.isEmpty()) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            set(connection, forget, 1, "text", names);
            set(connection, forget, 2, "text", each(columns, ColumnStatistics::column));
            set(connection, forget, 3, "bool", each(columns, ColumnStatistics::inherited));
            forget.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(connection, insert, 1, "text", names);
            fill(connection, insert, columns);
            if (insert.executeUpdate() != columns.size()) {
                throw missing(connection, names, columns);
            }
        }
    }

    private static void fill(Connection connection, PreparedStatement insert, List<ColumnStatistics> columns)
            throws SQLException {
        set(connection, insert, 2, "text", each(columns, ColumnStatistics::column));
        set(connection, insert, 3, "bool", each(columns, ColumnStatistics::inherited));
        set(connection, insert, 4, "float4", each(columns, column -> (float) column.nulls()));
        set(connection, insert, 5, "int4", each(columns, ColumnStatistics::width));
        set(connection, insert, 6, "float4", each(columns, column -> (float) column.distinct()));
        set(connection, insert, 7, "text", each(columns, ColumnStatistics::common));
        set(connection, insert, 8, "text", each(columns, column -> numbers(column.frequencies())));
        set(connection, insert, 9, "text", each(columns, ColumnStatistics::histogram));
        set(
                connection,
                insert,
                10,
                "float4",
                each(
                        columns,
                        column -> column.correlation() == null
                                ? null
                                : column.correlation().floatValue()));
        set(
                connection,
                insert,
                11,
                "text",
                each(
                        columns,
                        column -> column.elements() == null
                                ? null
                                : column.elements().common()));
        set(
                connection,
                insert,
                12,
                "text",
                each(
                        columns,
                        column -> column.elements() == null
                                ? null
                                : numbers(column.elements().frequencies())));
        set(
                connection,
                insert,
                13,
                "text",
                each(
                        columns,
                        column -> column.elements() == null
                                ? null
                                : numbers(column.elements().counts())));
    }

    private static List<@Nullable Object> each(
            List<ColumnStatistics> columns, Function<ColumnStatistics, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(value.apply(column)));
        return values;
    }

    private static @Nullable String numbers(List<Double> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder("{");
        numbers.forEach(number -> text.append(text.length() == 1 ? "" : ",").append(number.floatValue()));
        return text.append('}').toString();
    }

    private static void set(
            Connection connection,
            PreparedStatement statement,
            int at,
            String type,
            List<? extends @Nullable Object> all)
            throws SQLException {
        statement.setArray(at, connection.createArrayOf(type, all.toArray()));
    }

    private static IllegalArgumentException missing(
            Connection connection, List<String> names, List<ColumnStatistics> columns) throws SQLException {
        String sql = "select from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass(?) and attname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < columns.size(); at++) {
                statement.setString(1, names.get(at));
                statement.setString(2, columns.get(at).column());
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return new IllegalArgumentException(names.get(at) + " has no column "
                                + columns.get(at).column());
                    }
                }
            }
        }
        return new IllegalArgumentException("not all statistics could be written");
    }
}
