package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pgassay.postgres.rows.RowTries.made;
import static org.pgassay.postgres.rows.RowTries.obstacle;
import static org.pgassay.postgres.rows.RowTries.on18;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.rows.Outcome;

/** A table for each difficulty: the rows that it takes, or the obstacle that is named. */
class RowSynthesizerTest {

    /** Checks, each of which its table's three rows pass: PostgreSQL would have refused them otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            status text not null ¦ status in ('open', 'closed', 'it''s')
            status text not null ¦ status = any (array['a', 'b'])
            n int not null       ¦ n between 90 and 91
            n int not null       ¦ n > 10 and n <= 12 and n <> 11
            n numeric(5,2)       ¦ n >= 0 and n < 1 and n is not null
            n bigint not null    ¦ n % 1000 = 0
            n int not null       ¦ n < -500
            n numeric(2,2) not null ¦ n > 0.5
            t text not null      ¦ length(t) >= 30
            t varchar(5) not null ¦ char_length(t) = 5
            t text not null      ¦ t ~ '^[A-Z]{2}\\d{4}$'
            t text not null      ¦ t ~ '^(foo|bar)-[0-9a-f]{8}$'
            t text not null      ¦ t ~* '^#[0-9A-F]{6}$'
            t text not null      ¦ t ~ '^[^@ ]+@[^@ ]+\\.[a-z]{2,}$'
            t text not null      ¦ t ~ '^\\+?[1-9]\\d{7,14}$'
            t text not null      ¦ t like 'INV-%' and t not like '%x'
            t text not null      ¦ t similar to '(A|B)[0-9]{3}'
            t text not null      ¦ t = upper(t) and length(trim(t)) > 0
            t text not null      ¦ t = lower(t) and t !~ '\\s'
            a int not null, b int not null ¦ a < b
            a int not null, b int not null ¦ a + b = 100
            a numeric(9,2) not null, b numeric(9,2) not null, c numeric(9,2) not null ¦ c = a + b and a > 0 and b > 0
            a int not null, b int not null, c int not null ¦ c = a * b and a >= 2
            d numeric not null default 0, c numeric not null default 0 ¦ (d > 0 and c = 0) or (c > 0 and d = 0)
            d numeric not null, c numeric not null ¦ (d = 0 or c = 0) and (d <> 0 or c <> 0)
            a int, b int         ¦ (a is null) <> (b is null)
            a int, b text, c date ¦ num_nonnulls(a, b, c) = 1
            a int, b text        ¦ num_nonnulls(a, b) = 2
            kind text not null, a int, b int ¦ case kind when 'x' then a is not null else a is null and b is not null end
            kind text not null, ends date ¦ kind in ('p', 'f') and (kind <> 'f' or ends is not null)
            s date not null, e date not null ¦ e > s
            s timestamptz not null, e timestamptz not null ¦ e >= s + interval '1 day'
            born date not null   ¦ born < '1950-01-01'
            born date not null   ¦ extract(year from born) = 1812
            j jsonb not null     ¦ jsonb_typeof(j) = 'array'
            j jsonb not null     ¦ j ? 'type' and j ? 'id'
            j jsonb not null     ¦ j ->> 'kind' = 'invoice'
            tags text[] not null ¦ cardinality(tags) between 1 and 3 and tags <@ array['red', 'green']
            r int4range not null ¦ not isempty(r) and lower(r) >= 100
            b bytea not null     ¦ octet_length(b) = 16
            u uuid not null      ¦ u <> '00000000-0000-0000-0000-000000000000'
            i inet not null      ¦ family(i) = 4 and masklen(i) = 32
            f bool not null      ¦ not f
            a int not null, g int generated always as (a * 2) stored ¦ g > 30
            a int, b int, c int, d int, e int, f int ¦ num_nonnulls(a, b, c, d, e, f) = 3
            a int not null, b int not null, c int not null, d int not null ¦ a < b and b < c and c < d
            n int not null default -1 ¦ n > 0
            "Größe; --" text not null ¦ "Größe; --" in ('S', 'M')
            w int not null, u text not null ¦ (u = 'kg' and w <= 30) or (u = 'g' and w between 100 and 999)
            """)
    void checksAreMet(String columns, String check) throws SQLException {
        for (int major : List.of(14, 18)) {
            try (ScratchDatabase database = ScratchDatabase.on(major)) {
                database.run("create table t (" + columns + ", check (" + check + "))");
                made(Rows.in(database.connection()), "t", 3);
            }
        }
    }

    @Test
    void nullableColumnsAreFilledAndDefaultsLeftToTheServer() throws SQLException {
        on18(
                "create table t (id serial primary key, a int, b text default 'new', c timestamptz default now(), d text)",
                rows -> {
                    made(rows, "t", 2);
                    assertThat(rows.read("select id, a, b, c at time zone 'UTC', d from t order by id"))
                            .containsExactly("1|1|new|2024-01-01 08:00:00|d 1", "2|2|new|2024-01-02 08:00:00|d 2");
                });
    }

    @Test
    void aDefaultThatIsNullOfANotNullColumnIsReplaced() throws SQLException {
        on18(
                "create table t (a text not null default current_setting('app.x', true))",
                rows -> assertThat(made(rows, "t", 1).rows().get(0).values()).containsEntry("a", "a 1"));
    }

    @Test
    void keysAreReported() throws SQLException {
        on18(
                "create table t (a int, b text, c text, primary key (b, a))",
                rows -> assertThat(made(rows, "t", 1).rows().get(0).key())
                        .containsExactly(java.util.Map.entry("b", "b 1"), java.util.Map.entry("a", "1")));
    }

    @Test
    void generatedAndIdentityColumnsAreTheServers() throws SQLException {
        on18(
                "create table t (id int generated always as identity (start 7) primary key, a int,"
                        + " g int generated always as (a + 1) stored, v int generated always as (a + 2) virtual)",
                rows -> {
                    made(rows, "t", 2);
                    assertThat(rows.read("select id, a, g, v from t order by id"))
                            .containsExactly("7|1|2|3", "8|2|3|4");
                });
    }

    @Test
    void uniquenessIsKept() throws SQLException {
        on18("""
                create table t (a bool not null, b varchar(1) not null, c int not null default 5, d text,
                  unique (a, b), unique nulls not distinct (d), unique (c));
                create unique index on t (lower(d)); create unique index on t (a) where c = 5""", rows -> made(rows, "t", 10));
    }

    @Test
    void smallDomainsAreExhaustedAndSayHowFarTheyWent() throws SQLException {
        on18("create type colour as enum ('red', 'green', 'blue'); create table t (c colour not null unique)", rows -> {
            Outcome.Obstacle obstacle = obstacle(rows, "t", 5);
            assertThat(obstacle.rows()).hasSize(3);
            assertThat(obstacle.subject()).isEqualTo("t_c_key");
            assertThat(obstacle.sqlState()).isEqualTo("23505");
            assertThat(obstacle.message())
                    .isEqualTo("public.t takes no row beyond 3: no combination of the values that were tried for c"
                            + " satisfies t_c_key.");
            assertThat(obstacle.suggestion()).isEqualTo("behaviour: {sampleRows: {t: {c: …}}}");
        });
    }

    @Test
    void exclusionIsKept() throws SQLException {
        on18("""
                create extension btree_gist;
                create table t (room int not null check (room in (1, 2)), during tstzrange not null,
                  kind text not null check (kind in ('a')), on_call bool not null default true,
                  exclude using gist (room with =, during with &&) where (on_call),
                  exclude using gist (during with &&))""", rows -> made(rows, "t", 8));
    }

    @Test
    void whatIsThereAlreadyIsMindedAndSequencesAreOvertaken() throws SQLException {
        on18(
                "create table t (id int generated by default as identity primary key, code text not null unique);"
                        + " insert into t select i, 'code ' || i from generate_series(1, 40) i",
                rows -> made(rows, "t", 3));
    }
}
