package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.spec.SpecException;

/** What a spec states of objects that are no tables is made by PostgreSQL, and held against the real ones. */
class ObjectsTest {

    private static final String SQL = """
            create schema app;
            create table t (id int primary key, "No" serial, a text);
            create table app.u (id int);
            create view v as select id, a from t where a in ('x', 'y');
            create view app."Over V" as select v.id from v;
            create view counting (n) as with recursive c(n) as (values (1) union all select n + 1 from c where n < 9)
              select n from c;
            create materialized view m as select count(*) as n from t;
            create function f(a int, b int default 0) returns int language sql immutable as 'select a + b';
            create function f(text) returns text language sql strict parallel safe set search_path = public, app
              as $$select upper($1)$$;
            create procedure app.archive(before timestamptz, inout n bigint) language plpgsql security definer
              as 'begin n := 1; end';
            create function "Odd Name"("Arg" numeric(10,2)[]) returns table(x int, y text) language sql rows 7 cost 3
              as 'select 1, ''y''';
            create function standard(a int) returns int language sql begin atomic select case when a > 0 then 1 else f(a) end; end;
            create function short(a int) returns int language sql return a + 1;
            create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
            create domain app.amount as numeric(12,2) default 0 not null check (value >= 0) constraint even check (value < 1000);
            create type mood as enum ('it''s', 'ok');
            create type pair as (a int, b text collate "C");
            create type r as range (subtype = float8);
            create sequence order_no as integer start with 1000 increment by 10 owned by t.id;
            """;

    private static final String YAML = """
            schemas: [public, app]
            closed: [views, materializedViews, sequences, functions, types, extensions]
            views:
              v: "select id, a from t where a = any (array['x', 'y'])"
              app.Over V: "select id from v"
              counting: "(n) as with recursive c(n) as (values (1) union all select n + 1 from c where n < 9) select n from c"
            materializedViews: {m: select count(*) as n from t}
            sequences:
              order_no: as integer start 1000 increment 10 owned by t.id
            functions:
              "f(a integer, b int default 0)": {is: returns integer language sql immutable, body: " select a + b "}
              f(text): returns text language sql strict parallel safe set search_path = public, app as $x$select upper($1)$x$
              procedure app.archive(before timestamptz, inout n int8): language plpgsql security definer
              '"Odd Name"("Arg" numeric(10,2)[])': returns table(x int, y text) language sql rows 7 cost 3
              standard(a int): "returns int language sql begin atomic select case when (a > 0) then 1 else f(a) end; end"
              short(a int): returns int language sql return 1 + a - 0
              aggregate total(int): (sfunc = int4pl, stype = int, initcond = '0')
            types:
              app.amount: domain numeric(12,2) not null default 0 constraint even check (value < 1000) check (value >= 0)
              mood: enum ('it''s', 'ok')
              pair: composite (a integer, b text collate "C")
              r: range (subtype = double precision)
            """;

    private static VerifyOptions on(int major) {
        return new VerifyOptions(
                Optional.empty(), Optional.of(major), false, false, check -> true, VerifyOptions.Shard.WHOLE, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everythingThatIsAsStatedPassesOnEveryVersion(int major, @TempDir Path folder) {
        Report report = new Trial(folder)
                .migration("1.sql", SQL)
                .verify(YAML.replace("return 1 + a - 0", "return a + 1"), on(major));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create or replace view v as select id, a from t where a in ('x', 'z')          | view/definition v | another query
            drop view counting; create table counting (n int)                             | view/definition counting | counting is a table
            alter function f(int, int) security definer                                   | function/definition f(integer, integer) | is security definer and must not be
            alter function f(text) volatile called on null input                          | function/definition f(text) | is not strict and must be
            create or replace function f(a int, b int default 0) returns int language sql immutable as 'select b' | function/definition f(integer, integer) | body
            alter function f(text) reset search_path                                      | function/definition f(text) | has no settings and must have search_path=public, app
            drop function f(text)                                                         | function/definition f(text) | does not exist: there is f(integer, integer)
            alter procedure app.archive security invoker                                  | function/definition app.archive(timestamp with time zone, bigint) | is not security definer and must be
            alter domain app.amount drop constraint even                                  | type/definition app.amount | another definition
            alter type mood rename value 'ok' to 'fine'                                   | type/definition mood | labels
            alter sequence order_no owned by none                                         | sequence/definition order_no | has no owning column
            alter sequence order_no cycle                                                 | sequence/definition order_no | is cycling and must not be
            create view extra as select 1 as one                                          | view/closed extra | not in the spec
            create function f(bigint) returns int language sql as 'select 1'              | function/closed f(bigint) | not in the spec
            create sequence loose                                                         | sequence/closed loose | not in the spec
            create extension hstore                                                       | extension/closed hstore | not in the spec
            """)
    void whatDiffersIsSaid(String change, String failure, String message, @TempDir Path folder) {
        Report report = new Trial(folder)
                .migration("1.sql", SQL)
                .migration("2.sql", change)
                .verify(YAML.replace("return 1 + a - 0", "return a + 1"));

        assertThat(Trial.failures(report)).contains("FAILED " + failure);
        String[] parts = failure.split(" ", 2);
        Finding finding = Trial.finding(report, parts[0], parts[1]);
        assertThat(finding.message()).contains(message);
    }

    @Test
    void aBodyInAnotherSpellingDiffersOnlyIfItMeansAnother(@TempDir Path folder) {
        assertThat(Trial.failures(new Trial(folder).migration("1.sql", SQL).verify(YAML)))
                .containsExactly("FAILED function/definition short(integer)");
    }

    @Test
    void aHashStandsForABody(@TempDir Path folder) {
        String sql = "create function g() returns int language sql as $$\n  select 1  \n$$;";
        String hash = "f4a4c5b2e4cbbc7c4ae2e5e5b7f6bc1c4f8e5c2f6c4d7d5a7f3cb0a4c3f5b1aa";
        Report wrong = new Trial(folder)
                .migration("1.sql", sql)
                .verify("functions: {g(): {is: returns int language sql, body: 'sha256:" + hash + "'}}");

        String right = Trial.finding(wrong, "function/definition", "g()").observed();

        assertThat(right).startsWith("body: sha256:");
        assertThat(Trial.failures(new Trial(folder)
                        .verify("functions: {g(): {is: returns int language sql, body: '"
                                + right.substring("body: ".length()) + "'}}")))
                .isEmpty();
    }

    @Test
    void whatTheDatabaseLacksFailsAndBadSyntaxIsAProblemAtItsPlace(@TempDir Path folder) {
        Trial trial = new Trial(folder).migration("1.sql", SQL);

        assertThat(Trial.failures(trial.verify("""
                        views: {w: select * from nowhere}
                        functions: {h(nothing): returns int language sql, "i(missing_type): absent": absent}
                        """.replace("\"i(missing_type): absent\"", "i(missing_type)"))))
                .containsExactlyInAnyOrder(
                        "FAILED view/definition w",
                        "FAILED function/definition h(nothing)",
                        "FAILED function/absent i(missing_type)");
        assertThatThrownBy(() -> trial.verify("views:\n  w: select from where\n"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:4:18")
                .hasMessageContaining("PostgreSQL refuses this view definition: syntax error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            views: {v: "select 1; drop table t"}                       | ';' does not belong in a definition
            functions: {touch: returns trigger language plpgsql}        | has no arguments
            functions: {f(int): returns int, f(integer): returns int}   | is a function that stands already
            functions: {"f()": {is: "returns int language sql as ''", body: x}} | the body is stated already
            functions: {"f()": "returns int language sql begin atomic select 1; end; drop table t"} | ';' does not belong
            types: {mood: "('a')"}                                      | a type begins with enum
            statistics: {s: "  "}                                       | the definition is empty
            views: {other.v: select 1}                                  | the schema 'other' is not among
            views: {v: "select (1"}                                     | a parenthesis is not closed
            closed: [views, tabels]                                     | tabels
            extensions: {x: ">=="}                                      | expected a version
            """)
    void whatCannotBeMeantIsAProblem(String yaml, String message, @TempDir Path folder) {
        Trial trial = new Trial(folder).migration("1.sql", SQL);

        assertThatThrownBy(() -> trial.verify(yaml))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(message);
    }

    @Test
    void objectsAreDefinedInADatabaseWithoutAnyOfThem(@TempDir Path folder) {
        Report report =
                new Trial(folder).migration("1.sql", "create schema app").verify(YAML);

        assertThat(Trial.failures(report))
                .hasSize(6 + 16)
                .allMatch(failure -> failure.startsWith("FAILED") || failure.startsWith("VACUOUS"));
    }

    @Test
    void aSequenceIsUnloggedWhereTheSpecSaysSo(@TempDir Path folder) {
        String yaml = "sequences: {s: unlogged as integer}\n";

        assertThat(failures(folder, "create unlogged sequence s as integer", yaml))
                .isEmpty();
        assertThat(failures(folder, "create sequence s as integer", yaml))
                .containsExactly("FAILED sequence/definition s");
        assertThat(failures(folder, "create unlogged sequence s as integer", "sequences: {s: as integer}\n"))
                .containsExactly("FAILED sequence/definition s");
    }

    /** It then overflows the column, or is used up before it. */
    @Test
    void aSequenceOfAnotherTypeThanItsColumnDoesNotGoWithoutSaying(@TempDir Path folder) {
        String yaml = "tables: {t: {columns: {id: serial}}}\nclosed: [sequences]\n";

        assertThat(failures(folder, "create table t (id serial)", yaml)).isEmpty();
        assertThat(failures(folder, "create table t (id serial); alter sequence t_id_seq as bigint", yaml))
                .containsExactly("FAILED sequence/closed t_id_seq");
    }

    private static List<String> failures(Path folder, String sql, String yaml) {
        return Trial.failures(new Trial(folder).migration("1.sql", sql).verify(yaml, on(18)));
    }
}
