package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pgassay.postgres.rows.RowTries.made;
import static org.pgassay.postgres.rows.RowTries.on;
import static org.pgassay.postgres.rows.RowTries.on18;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.rows.Outcome;

/** A column of each type. */
class RowSynthesizerTypesTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyBuiltInTypeHasValues(int major) throws SQLException {
        List<String> types = List.of(
                "smallint",
                "integer",
                "bigint",
                "numeric",
                "numeric(12,2)",
                "numeric(2,2)",
                "numeric(5)",
                "real",
                "double precision",
                "money",
                "boolean",
                "text",
                "varchar(2)",
                "varchar",
                "char(3)",
                "char",
                "\"char\"",
                "name",
                "bytea",
                "date",
                "time",
                "time(3)",
                "timetz",
                "timestamp",
                "timestamptz(3)",
                "interval",
                "interval day to second(2)",
                "interval year to month",
                "interval hour",
                "bit",
                "bit(8)",
                "bit(40)",
                "varbit(5)",
                "varbit",
                "uuid",
                "json",
                "jsonb",
                "jsonpath",
                "xml",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "point",
                "line",
                "lseg",
                "box",
                "path",
                "polygon",
                "circle",
                "tsvector",
                "tsquery",
                "pg_lsn",
                "oid",
                "regclass",
                "regtype",
                "regproc",
                "regprocedure",
                "regoper",
                "regoperator",
                "regconfig",
                "regdictionary",
                "regnamespace",
                "regrole",
                "regcollation",
                "int4range",
                "int8range",
                "numrange",
                "tsrange",
                "tstzrange",
                "daterange",
                "int4multirange",
                "int8multirange",
                "nummultirange",
                "tsmultirange",
                "tstzmultirange",
                "datemultirange",
                "txid_snapshot",
                "pg_snapshot",
                "xid",
                "xid8",
                "cid",
                "tid",
                "int2vector",
                "oidvector",
                "refcursor",
                "integer[]",
                "text[]",
                "numeric(5,2)[]",
                "varchar(10)[][]",
                "jsonb[]",
                "point[]",
                "box[]",
                "bytea[]");
        StringBuilder ddl = new StringBuilder("create table t (");
        for (int i = 0; i < types.size(); i++) {
            ddl.append(i == 0 ? "" : ", ")
                    .append("c")
                    .append(i)
                    .append(" ")
                    .append(types.get(i))
                    .append(" not null");
        }
        on(major, ddl + ")", rows -> {
            Outcome.Made made = made(rows, "t", 12);
            assertThat(made.rows().get(11).values()).hasSize(types.size()).doesNotContainValue(null);
        });
    }

    @Test
    void typesThatUsersMadeHaveValues() throws SQLException {
        on18("""
                create extension hstore; create extension citext; create extension ltree; create extension cube;
                create extension seg; create extension isn;
                create type mood as enum ('sad', 'it''s'); create type pair as (a int, b text);
                create type nested as (p pair, m mood, many pair[]);
                create type span as range (subtype = float8, multirange_type_name = spans);
                create domain amount as numeric(12,2) check (value > 1000 and value < 1010);
                create domain price as amount not null check (value <> 1001);
                create domain mail as citext check (value ~ '^[^@]+@[^@]+$');
                create domain few as int[] check (cardinality(value) < 3);
                create domain day as date default '2020-01-01' check (extract(isodow from value) = 3);
                create type priced as (p price, d day);
                create table t (h hstore not null, c citext not null, l ltree not null, cu cube not null, s seg not null,
                  i ean13 not null, m mood not null, ms mood[] not null, p pair not null, n nested not null,
                  sp span not null, sps spans not null, a amount not null, pr price, ml mail not null, fw few not null,
                  d day not null, ps priced not null, am amount[] not null)""", rows -> {
            made(rows, "t", 3);
            assertThat(rows.read("select pr > 1000, ml ~ '@', (ps).p > 1000, (n).m is not null, am[1] > 1000 from t"))
                    .containsOnly("t|t|t|t|t");
        });
    }
}
