package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;

/** Reads how tables, their partitions and their indexes are stored. */
final class StorageReader {

    private static final String TREE = """
            with recursive tree as (
              select pg_catalog.to_regclass(name)::oid as oid, null::oid as parent from pg_catalog.unnest(?::text[]) name
              union
              select i.inhrelid, i.inhparent
              from tree t join pg_catalog.pg_inherits i on i.inhparent = t.oid
              join pg_catalog.pg_class p on p.oid = i.inhparent and p.relkind = 'p'
            ), tables as (
              select distinct c.oid, n.nspname, c.relname, c.relkind, c.reloptions, i.inhparent,
                     pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound
              from tree t join pg_catalog.pg_class c on c.oid = t.oid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_inherits i on i.inhrelid = c.oid and c.relispartition
              where c.relkind in ('r', 'p', 'm')
            )
            """;

    private static final String TYPE = """
            pg_catalog.format_type(a.atttypid, null) as type, a.atttypmod,
            (with recursive base as (
               select t.oid, t.typtype, t.typbasetype, t.typtypmod, t.typname, t.typnamespace
               from pg_catalog.pg_type t where t.oid = a.atttypid
               union all
               select t.oid, t.typtype, t.typbasetype, t.typtypmod, t.typname, t.typnamespace
               from base b join pg_catalog.pg_type t on b.typtype = 'd' and t.oid = b.typbasetype
             ) select pg_catalog.min(typname::text) from base
               where typtype <> 'd' and typnamespace = 'pg_catalog'::regnamespace) as base,
            (select t.typcategory from pg_catalog.pg_type t where t.oid = a.atttypid) as category,
            a.attlen, case a.attalign when 'c' then 1 when 's' then 2 when 'i' then 4 else 8 end as alignment,
            a.attstorage in ('x', 'e') as toastable, a.attnotnull,
            (select pg_catalog.count(*) from pg_catalog.pg_enum e where e.enumtypid = a.atttypid) as labels
            """;

    private static final String COLUMNS = TREE + """
            select t.nspname, t.relname, t.relkind = 'p', pn.nspname, pc.relname, t.bound, p.partstrat::text,
                   case when p.partnatts = 1 then (select k.attname from pg_catalog.pg_attribute k
                     where k.attrelid = t.oid and k.attnum = p.partattrs[0]) end,
                   coalesce((select o.option_value::int from pg_catalog.pg_options_to_table(t.reloptions) o
                     where o.option_name = 'fillfactor'), 100),
                   a.attnum, a.attname,
            """ + TYPE + """
            from tables t
            left join pg_catalog.pg_class pc on pc.oid = t.inhparent
            left join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
            left join pg_catalog.pg_partitioned_table p on p.partrelid = t.oid
            left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            order by 1, 2, a.attnum
            """;

    private static final String INDEXES = TREE + """
            select t.nspname, t.relname, c.relname, m.amname, i.indisunique, i.indnkeyatts,
                   i.indnkeyatts = i.indnatts and not exists (
                     select from pg_catalog.unnest(i.indclass) k (oid) join pg_catalog.pg_opclass o on o.oid = k.oid
                     where not exists (select from pg_catalog.pg_amproc s where s.amprocfamily = o.opcfamily
                       and s.amproclefttype = o.opcintype and s.amprocrighttype = o.opcintype and s.amprocnum = 4))
                     and not exists (select from pg_catalog.pg_options_to_table(c.reloptions) o
                       where o.option_name = 'deduplicate_items' and not o.option_value::bool),
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid),
                   coalesce((select o.option_value::int from pg_catalog.pg_options_to_table(c.reloptions) o
                     where o.option_name = 'fillfactor'), case m.amname when 'hash' then 75 else 90 end),
                   coalesce((select o.option_value::int from pg_catalog.pg_options_to_table(c.reloptions) o
                     where o.option_name = 'pages_per_range'), 128),
                   k.attname, case when k.attname is null then pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum, false) end,
                   a.attnum, a.attname,
            """ + TYPE + """
            from tables t
            join pg_catalog.pg_index i on i.indrelid = t.oid and i.indisvalid
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_am m on m.oid = c.relam
            join pg_catalog.pg_attribute a on a.attrelid = i.indexrelid
            left join pg_catalog.pg_attribute k on k.attrelid = t.oid and k.attnum = i.indkey[a.attnum - 1] and k.attnum > 0
            order by 1, 2, 3, a.attnum
            """;

    private StorageReader() {}

    /** The tables that are there, and their partitions. */
    static Map<QualifiedName, StoredTable> read(Connection connection, Collection<QualifiedName> tables)
            throws SQLException {
        Object[] names = tables.stream().map(QualifiedName::sql).toArray();
        Map<QualifiedName, List<StoredIndex>> indexes = indexes(connection, names);
        Map<QualifiedName, StoredTable> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    QualifiedName name = new QualifiedName(row.getString(1), row.getString(2));
                    StoredTable before = found.get(name);
                    List<StoredColumn> columns = new ArrayList<>(before == null ? List.of() : before.columns());
                    if (row.getString(11) != null) {
                        columns.add(column(row, 10));
                    }
                    found.put(name, table(name, row, columns, indexes.getOrDefault(name, List.of())));
                }
            }
        }
        return found;
    }

    private static StoredTable table(
            QualifiedName name, ResultSet row, List<StoredColumn> columns, List<StoredIndex> indexes)
            throws SQLException {
        String schema = row.getString(4);
        return new StoredTable(
                name,
                row.getBoolean(3),
                schema == null ? null : new QualifiedName(schema, row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                columns,
                indexes);
    }

    private static Map<QualifiedName, List<StoredIndex>> indexes(Connection connection, Object[] tables)
            throws SQLException {
        Map<QualifiedName, Map<String, StoredIndex>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setArray(1, connection.createArrayOf("text", tables));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    QualifiedName table = new QualifiedName(row.getString(1), row.getString(2));
                    found.computeIfAbsent(table, name -> new LinkedHashMap<>())
                            .merge(row.getString(3), index(row), StorageReader::together);
                }
            }
        }
        Map<QualifiedName, List<StoredIndex>> lists = new LinkedHashMap<>();
        found.forEach((table, indexes) -> lists.put(table, List.copyOf(indexes.values())));
        return lists;
    }

    private static StoredIndex index(ResultSet row) throws SQLException {
        StoredIndex.Part part = new StoredIndex.Part(row.getString(11), row.getString(12), column(row, 13));
        return new StoredIndex(
                new QualifiedName(row.getString(1), row.getString(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getBoolean(7),
                row.getString(8),
                row.getInt(9),
                row.getInt(10),
                List.of(part));
    }

    private static StoredIndex together(StoredIndex first, StoredIndex second) {
        List<StoredIndex.Part> parts = new ArrayList<>(first.parts());
        parts.addAll(second.parts());
        return new StoredIndex(
                first.name(),
                first.method(),
                first.unique(),
                first.keys(),
                first.deduplicates(),
                first.predicate(),
                first.fillFactor(),
                first.pagesPerRange(),
                parts);
    }

    private static StoredColumn column(ResultSet row, int at) throws SQLException {
        @Nullable String base = row.getString(at + 4);
        return new StoredColumn(
                row.getInt(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getInt(at + 3),
                base,
                row.getString(at + 5).charAt(0),
                row.getInt(at + 6),
                row.getInt(at + 7),
                row.getBoolean(at + 8),
                row.getBoolean(at + 9),
                row.getInt(at + 10));
    }
}
