package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pgassay.postgres.rows.RowTries.made;
import static org.pgassay.postgres.rows.RowTries.obstacle;
import static org.pgassay.postgres.rows.RowTries.on18;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.SampleRows;

/** What refuses rows for reasons of its own, and what is fixed or left alone. */
class RowSynthesizerRefusalsTest {

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
