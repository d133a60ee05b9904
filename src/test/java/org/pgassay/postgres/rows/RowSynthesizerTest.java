package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;

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

    private static Outcome.Made made(Rows rows, String table, int count) throws SQLException {
        Outcome outcome = rows.make(table, count);
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        assertThat(outcome.rows()).hasSize(count);
        assertThat(rows.count(new QualifiedName("public", table))).isGreaterThanOrEqualTo(count);
        return (Outcome.Made) outcome;
    }

    private static Outcome.Obstacle obstacle(Rows rows, String table, int count) throws SQLException {
        Outcome outcome = rows.make(table, count);
        assertThat(outcome).isInstanceOf(Outcome.Obstacle.class);
        return (Outcome.Obstacle) outcome;
    }

    private interface Trial {
        void run(Rows rows) throws SQLException;
    }

    private static void on(int major, String ddl, Trial trial) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            trial.run(Rows.in(database.run(ddl).connection()));
        }
    }

    private static void on18(String ddl, Trial trial) throws SQLException {
        on(18, ddl, trial);
    }

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

    @Test
    void parentsComeFirstWithCompositeKeysThatShareColumns() throws SQLException {
        on18("""
                create table tenants (id uuid primary key default gen_random_uuid(), name text not null unique);
                create table clients (tenant_id uuid not null references tenants, id int generated always as identity,
                  primary key (tenant_id, id));
                create table vendors (tenant_id uuid not null references tenants, id bigint not null,
                  primary key (tenant_id, id));
                create table documents (id serial primary key, tenant_id uuid not null references tenants,
                  client_id int not null, vendor_id bigint, total numeric not null check (total > 0),
                  foreign key (tenant_id, client_id) references clients,
                  foreign key (tenant_id, vendor_id) references vendors match simple);
                create table profiles (client_id int not null, tenant_id uuid not null, primary key (tenant_id, client_id),
                  foreign key (tenant_id, client_id) references clients)""", rows -> {
            made(rows, "documents", 4);
            made(rows, "profiles", 4);
            assertThat(rows.read("select (select count(*) from tenants), (select count(*) from clients)"))
                    .containsExactly("4|4");
            assertThat(rows.read("select count(*) from documents where vendor_id is not null"))
                    .containsExactly("4");
        });
    }

    @Test
    void keysNeedNotBePrimaryAndMayBeOfPartitionedTables() throws SQLException {
        on18("""
                create table p (id int not null, at date not null, code text, primary key (id, at), unique (id, at, code))
                  partition by range (at);
                create table p_1 partition of p for values from ('2020-01-01') to ('2020-02-01');
                create table u (a text, b int, unique (b, a));
                create table t (id int not null, at date not null, x text not null, y int not null,
                  foreign key (id, at) references p, foreign key (x, y) references u (a, b) match full)""", rows -> made(rows, "t", 3));
    }

    @Test
    void aTableMayReferToItself() throws SQLException {
        on18("""
                create table a (id int generated always as identity primary key, parent int references a);
                create table b (id int generated always as identity primary key, parent int not null references b);
                create table c (id uuid primary key, root uuid not null references c, tenant int not null,
                  up uuid, unique (tenant, id), foreign key (tenant, up) references c (tenant, id))""", rows -> {
            made(rows, "a", 3);
            made(rows, "b", 3);
            made(rows, "c", 3);
            assertThat(rows.read("select id, parent from a order by id")).containsExactly("1|-", "2|1", "3|1");
            assertThat(rows.read("select count(*) from b where id = parent")).containsExactly("1");
        });
    }

    @Test
    void circlesAreClosedWhereAColumnMayBeNull() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int);
                create table b (id int primary key, a_id int not null references a);
                alter table a add foreign key (b_id) references b""", rows -> {
            made(rows, "b", 2);
            assertThat(rows.read("select count(*) from a where b_id is not null"))
                    .containsExactly("2");
        });
    }

    @Test
    void circlesAreClosedWhereAKeyIsDeferrable() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int not null);
                create table b (id int generated always as identity primary key, a_id int not null references a);
                alter table a add foreign key (b_id) references b deferrable""", rows -> {
            Outcome.Made made = made(rows, "a", 3);
            assertThat(made.rows()).hasSize(3);
            assertThat(rows.read("select count(*) from a join b on b.id = a.b_id"))
                    .containsExactly("3");
        });
    }

    @Test
    void circlesThatNobodyCanEnterAreNamed() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int not null);
                create table b (id int primary key, a_id int not null references a);
                alter table a add constraint a_to_b foreign key (b_id) references b""", rows -> {
            Outcome.Obstacle obstacle = obstacle(rows, "a", 1);
            assertThat(obstacle.subject()).isEqualTo("a_to_b");
            assertThat(obstacle.message()).contains("none of the columns can be null, and no key is deferrable");
            assertThat(obstacle(rows, "b", 1).message()).contains("refers to has no row");
        });
    }

    @Test
    void rowsFallIntoPartitions() throws SQLException {
        on18("""
                create table r (at timestamptz not null, n int not null) partition by range (at, n);
                create table r1 partition of r for values from ('2020-01-01', 5) to ('2020-01-02', 7);
                create table l (k text) partition by list (k);
                create table l1 partition of l for values in ('x', 'y') partition by range (length(k));
                create table l2 partition of l1 for values from (1) to (2);
                create table h (id int not null, v text not null) partition by hash (id);
                create table h1 partition of h for values with (modulus 7, remainder 3);
                create table d (n int not null) partition by list (n);
                create table d1 partition of d default;
                alter table d1 add check (n > 5000);
                create table e (n int not null) partition by list (n)""", rows -> {
            for (String table : List.of("r", "l", "h", "d")) {
                made(rows, table, 4);
            }
            made(rows, "r1", 2);
            assertThat(rows.read("select distinct k from l order by k")).containsExactly("x", "y");
            Outcome.Obstacle obstacle = obstacle(rows, "e", 1);
            assertThat(obstacle.message()).isEqualTo("public.e takes no row: it has no partition that could hold one.");
            assertThat(rows.makeAll(1, 0).stream().filter(each -> each instanceof Outcome.Skipped))
                    .extracting(each -> each.table().name())
                    .containsExactly("d1", "h1", "l1", "l2", "r1");
        });
    }

    @Test
    void whatATriggerWantsIsFoundInItsConstants() throws SQLException {
        on18("""
                create table t (id int primary key, amount int not null, note text);
                create function guard() returns trigger language plpgsql as $$
                  begin
                    if new.amount < 750 then raise exception 'too little'; end if;
                    return new;
                  end $$;
                create trigger guard before insert on t for each row execute function guard()""", rows -> made(rows, "t", 3));
    }

    @Test
    void aTriggerThatRefusesEverythingIsQuoted() throws SQLException {
        on18(
                """
                create table t (id int primary key, a text);
                create function never() returns trigger language plpgsql as
                  $$ begin raise exception 'frozen since %', 2020; end $$;
                create trigger never before insert on t for each row execute function never();
                create table u (id int);
                create function drop_it() returns trigger language plpgsql as $$ begin return null; end $$;
                create trigger drop_it before insert on u for each row execute function drop_it()""",
                rows -> {
                    Outcome.Obstacle obstacle = obstacle(rows, "t", 2);
                    assertThat(obstacle.sqlState()).isEqualTo("P0001");
                    assertThat(obstacle.message()).isEqualTo("public.t takes no row: frozen since 2020.");
                    assertThat(obstacle.attempts()).isPositive();
                    assertThat(obstacle(rows, "u", 1).message()).contains("a trigger or a rule has dropped it");
                });
    }

    @Test
    void aTriggerMayChangeTheRow() throws SQLException {
        on18("""
                create table t (id int primary key, a text);
                create function loud() returns trigger language plpgsql as $$ begin new.a := 'LOUD'; return new; end $$;
                create trigger loud before insert on t for each row execute function loud()""", rows -> assertThat(made(rows, "t", 1).rows().get(0).values()).containsEntry("a", "LOUD"));
    }

    @Test
    void deferredChecksCountToo() throws SQLException {
        on18("""
                create table t (id int primary key, a int not null);
                create function late() returns trigger language plpgsql as $$
                  begin if new.a <> 77 then raise exception 'not 77'; end if; return null; end $$;
                create constraint trigger late after insert on t deferrable initially deferred for each row
                  execute function late()""", rows -> {
            made(rows, "t", 2);
            assertThat(rows.read("select distinct a from t")).containsExactly("77");
        });
    }

    @Test
    void rulesDoNotHideRows() throws SQLException {
        on18("""
                create table t (id int primary key, a int);
                create table log (n int);
                create rule also as on insert to t do also insert into log values (new.a);
                create rule not_negative as on insert to t where new.a < 0 do instead nothing;
                create table u (id int); create rule nothing as on insert to u do instead nothing""", rows -> {
            made(rows, "t", 3);
            assertThat(obstacle(rows, "u", 1).message()).contains("a trigger or a rule has dropped it");
        });
    }

    @Test
    void functionsInChecksAreAskedOrTried() throws SQLException {
        on18(
                """
                create function even(n int) returns bool language sql immutable as 'select n % 2 = 0';
                create table t (n int not null check (even(n) and n > 100));
                create table w (a int not null, b text not null);
                create function whole(w) returns bool language plpgsql immutable as
                  $$ begin return $1.b = 'magic word'; end $$;
                alter table w add check (whole(w));
                create table c (code text not null check (code::int > 5))""",
                rows -> {
                    made(rows, "t", 3);
                    made(rows, "w", 2);
                    made(rows, "c", 2);
                });
    }

    @Test
    void aCheckThatNothingMeetsIsNamedWithWhatWouldHelp() throws SQLException {
        on18(
                "create table t (id int primary key, code text not null constraint secret check (md5(code) like '00000%'))",
                rows -> {
                    Outcome.Obstacle obstacle = obstacle(rows, "t", 2);
                    assertThat(obstacle.subject()).isEqualTo("secret");
                    assertThat(obstacle.sqlState()).isEqualTo("23514");
                    assertThat(obstacle.suggestion()).isEqualTo("behaviour: {sampleRows: {t: {code: …}}}");
                    assertThat(obstacle.rows()).isEmpty();
                });
    }

    @Test
    void fixedValuesAreUsed() throws SQLException {
        on18("create table t (id int primary key, a text not null, tags text[] not null, j jsonb)", rows -> {
            SampleRows samples = new SampleRows(java.util.Map.of(
                    new QualifiedName("public", "t"),
                    java.util.Map.of(
                            "a", sample(true, "x", "y"), "tags", sample(true, "p", "q r"), "j", sample(false, "[1]"))));
            assertThat(rows.make("t", 3, samples)).isInstanceOf(Outcome.Made.class);
            assertThat(rows.read("select a, tags, j from t order by id"))
                    .containsExactly("x|{p,\"q r\"}|[1]", "y|{p,\"q r\"}|[1]", "x|{p,\"q r\"}|[1]");
        });
    }

    private static SampleRows.Sample sample(boolean list, String... values) {
        return new SampleRows.Sample(new org.pgassay.spec.Location("spec.yaml", 1, 1), List.of(values), list);
    }

    @Test
    void whatTheRoleMayNotIsNamedWithThePolicies() throws SQLException {
        on18("""
                do $$ begin if not exists (select from pg_roles where rolname = 'rows_app') then
                  create role rows_app; end if; end $$;
                create table t (id int primary key, tenant text); grant insert, select on t to rows_app;
                alter table t enable row level security;
                create policy mine on t using (tenant = current_setting('app.tenant', true))""", rows -> {
            rows.read("select set_config('role', 'rows_app', true)");
            Outcome.Obstacle obstacle = obstacle(rows, "t", 1);
            assertThat(obstacle.sqlState()).isEqualTo("42501");
            assertThat(obstacle.message()).contains("row-level security").contains("mine");
        });
    }

    @Test
    void foreignTablesAreSkippedAndEmptyOnesFilled() throws SQLException {
        on18("""
                create foreign data wrapper w; create server s foreign data wrapper w;
                create foreign table f (a int) server s; create table nothing (); create unlogged table u (a int);
                create table parent (a int not null check (a > 0)); create table child (b text not null) inherits (parent)""", rows -> {
            assertThat(rows.make("f", 1)).isInstanceOf(Outcome.Skipped.class);
            made(rows, "nothing", 2);
            made(rows, "u", 2);
            made(rows, "child", 2);
        });
    }

    @Test
    void theSameSeedMakesTheSameRowsAndAnotherOneOthers() throws SQLException {
        String ddl = """
                create table a (id uuid primary key default gen_random_uuid(), at timestamptz default now(), n int);
                create table b (id int primary key, a_id uuid not null references a, k text check (k in ('x', 'y', 'z')))""";
        assertThat(valuesOf(ddl, 7)).isEqualTo(valuesOf(ddl, 7)).isNotEqualTo(valuesOf(ddl, 8));
    }

    private static List<?> valuesOf(String ddl, long seed) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            return Rows.in(database.run(ddl).connection()).makeAll(4, seed).stream()
                    .map(Rows::values)
                    .toList();
        }
    }

    @Test
    void autoCommitIsRefused() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            Connection connection = database.connection();
            assertThatThrownBy(() -> RowSynthesizer.over(connection, Catalog.empty(), SampleRows.none(), 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("auto-commit");
        }
    }

    @Test
    void nothingIsLeftBehindWhenTheCallerRollsBack() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            Rows rows = Rows.in(database.run("create table t (a int not null)").connection());
            made(rows, "t", 3);
            database.connection().rollback();
            assertThat(rows.read("select count(*) from t")).containsExactly("0");
        }
    }
}
