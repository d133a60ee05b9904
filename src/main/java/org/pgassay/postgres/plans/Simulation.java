package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;

/**
 * Makes the planner believe that tables hold rows: writes the statistics, and makes the files as long as they would be.
 *
 * <p>The planner scales what {@code pg_class} says by the length of the file. The files are sparse: they take no room on
 * disk. They hold no rows, so that a database that this was done to serves for EXPLAIN without ANALYZE only, and is to be
 * dropped. Nobody may have read the tables in that database before, and no table may become smaller.
 */
public final class Simulation {

    private static final String RELATION = """
            update pg_catalog.pg_class
            set reltuples = ?, relpages = ?, relallvisible = ?
            where oid = pg_catalog.to_regclass(?)
            returning pg_catalog.pg_relation_filepath(oid)
            """;

    private static final String FORGET = """
            delete from pg_catalog.pg_statistic
            where starelid = pg_catalog.to_regclass(?)
              and staattnum = (select attnum from pg_catalog.pg_attribute where attrelid = starelid and attname = ?)
              and stainherit = ?
            """;

    /** Candidates for the type whose operators ANALYZE would use: the type, what it is coerced to as it is, its kind. */
    private static final String COLUMN = """
            with recursive base as (
              select a.attrelid, a.attnum, a.attcollation, a.atttypid as stored, t.oid, t.typtype, t.typbasetype, t.typelem,
                     t.typcategory
              from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
              where a.attrelid = pg_catalog.to_regclass(?) and a.attname = ? and not a.attisdropped
              union all
              select b.attrelid, b.attnum, b.attcollation, b.stored, t.oid, t.typtype, t.typbasetype, t.typelem, t.typcategory
              from base b join pg_catalog.pg_type t on b.typtype = 'd' and t.oid = b.typbasetype
            ), candidates as (
              select b.*, array[b.oid]
                  || array(select c.casttarget from pg_catalog.pg_cast c
                           where c.castsource = b.oid and c.castmethod = 'b' and c.castcontext = 'i' order by 1)
                  || case when b.typtype = 'e' then 3500::oid when b.typcategory = 'A' then 2277::oid
                          when b.typtype = 'r' then 3831::oid when b.typtype = 'm' then 4537::oid
                          when b.typtype = 'c' then 2249::oid end as types
              from base b where b.typtype <> 'd'
            ), operators as (
              select c.*,
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
            )
            insert into pg_catalog.pg_statistic (starelid, staattnum, stainherit, stanullfrac, stawidth, stadistinct,
                stakind1, staop1, stacoll1, stanumbers1, stavalues1,
                stakind2, staop2, stacoll2, stanumbers2, stavalues2,
                stakind3, staop3, stacoll3, stanumbers3, stavalues3,
                stakind4, staop4, stacoll4, stakind5, staop5, stacoll5)
            select attrelid, attnum, ?, ?, ?, ?,
                   case when v.common is null then 0 else 1 end, case when v.common is null then 0 else equal end,
                   case when v.common is null then 0 else attcollation end, v.frequencies,
                   pg_catalog.array_in(pg_catalog.textout(v.common), stored, -1),
                   case when v.histogram is null then 0 else 2 end, case when v.histogram is null then 0 else less end,
                   case when v.histogram is null then 0 else attcollation end, null,
                   pg_catalog.array_in(pg_catalog.textout(v.histogram), stored, -1),
                   case when v.correlation is null then 0 else 3 end, case when v.correlation is null then 0 else less end,
                   case when v.correlation is null then 0 else attcollation end, v.correlation, null,
                   0, 0, 0, 0, 0, 0
            from operators,
                 lateral (select case when equal is not null then ?::text end as common,
                                 case when equal is not null then ?::float4[] end as frequencies,
                                 case when less is not null then ?::text end as histogram,
                                 case when less is not null then array[?::float4] end as correlation) v0,
                 lateral (select common, frequencies, histogram,
                                 case when correlation[1] is not null then correlation end as correlation) v
            """;

    private final Connection connection;
    private final List<String> script = new ArrayList<>();

    private Simulation(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes the planner believe in rows.
     *
     * @param connection as the superuser, to a clone that nobody else uses, on a server whose programs may be run
     * @throws IllegalArgumentException if a relation or a column is not there
     * @throws SQLException if the server refuses
     */
    public static void run(Connection connection, List<RelationStatistics> relations) throws SQLException {
        Simulation simulation = new Simulation(connection);
        simulation.execute("set allow_system_table_mods = on");
        for (RelationStatistics relation : relations) {
            simulation.add(relation);
        }
        simulation.execute("reset allow_system_table_mods");
        simulation.writeFiles();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void add(RelationStatistics relation) throws SQLException {
        String name = relation.relation().sql();
        @Nullable String file;
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setFloat(1, (float) relation.tuples());
            statement.setInt(2, (int) Math.min(relation.pages(), Integer.MAX_VALUE));
            statement.setInt(3, (int) Math.min(relation.allVisible(), Integer.MAX_VALUE));
            statement.setString(4, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no relation " + name);
                }
                file = row.getString(1);
            }
        }
        // Partitioned tables and indexes have no file.
        if (file != null) {
            script.addAll(SparseFile.of(file, relation.pages()));
            Integer height = relation.height();
            if (height != null && relation.pages() > height + 1) {
                script.addAll(TreeRoot.of(file, height));
            }
        }
        for (ColumnStatistics column : relation.columns()) {
            add(name, column);
        }
    }

    private void add(String relation, ColumnStatistics column) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, relation);
            forget.setString(2, column.column());
            forget.setBoolean(3, column.inherited());
            forget.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(COLUMN)) {
            statement.setString(1, relation);
            statement.setString(2, column.column());
            statement.setBoolean(3, column.inherited());
            statement.setFloat(4, (float) column.nulls());
            statement.setInt(5, column.width());
            statement.setFloat(6, (float) column.distinct());
            statement.setString(7, column.common());
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "float4",
                            column.frequencies().stream().map(Double::floatValue).toArray()));
            statement.setString(9, column.histogram());
            Double correlation = column.correlation();
            statement.setObject(10, correlation == null ? null : correlation.floatValue(), java.sql.Types.REAL);
            if (statement.executeUpdate() != 1) {
                throw new IllegalArgumentException(relation + " has no column " + column.column());
            }
        }
    }

    /** The server's own hands: only they reach its files whoever and wherever it runs as. */
    private void writeFiles() throws SQLException {
        if (script.isEmpty()) {
            return;
        }
        String sql = "copy (select pg_catalog.unnest(array['" + String.join("','", script) + "'])) to program 'sh -e'";
        execute(sql);
    }
}
