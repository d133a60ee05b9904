package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Verdict;

/** Schemas, names, types and indexes of every kind are found as they are, and missed where they differ. */
class StructureTest {

    @TempDir
    Path folder = Path.of("");

    private Report verify(String sql, String yaml) {
        return new Trial(folder).migration("1.sql", sql).verify(yaml);
    }

    private static final String SCHEMAS = """
            create schema app; create schema audit;
            create table app.t (id int primary key, n int default 1);
            create table audit.t (id int primary key references app.t, n int default 2);
            create table audit.log (id int primary key, t int references audit.t on delete cascade, a int references app.t);
            create index i on app.t (n); create index i on audit.t (n desc);
            create function app.f() returns int language sql immutable as 'select 1';
            alter table app.t add m int default app.f();
            """;

    @Test
    void tablesOfOneNameInTwoSchemasAreTwo() {
        Report report = verify(SCHEMAS, """
                schemas: [app, audit]
                closed: tables
                tables:
                  t:
                    columns: {id: int primary key, n: int default 1, m: int default f()}
                    indexes: {i: (n)}
                    closed: all
                  audit.t:
                    columns: {id: int primary key references t, n: int default 2}
                    indexes: {i: (n desc)}
                    closed: all
                  audit.log:
                    columns: {id: int primary key, t: int references audit.t on delete cascade, a: int references app.t (id)}
                    closed: all
                """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.results())
                .extracting(result -> result.finding().subject())
                .contains("t.n", "audit.t.n", "i", "audit.i", "audit.log.a");
    }

    @Test
    void aForeignKeyIntoTheOtherSchemaIsAnother() {
        Report report = verify(SCHEMAS, """
                schemas: [app, audit]
                tables:
                  audit.t: {columns: {id: int primary key references audit.t}}
                  audit.log: {columns: {t: int references t on delete cascade, a: int references audit.t}}
                """);

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED foreign-key/definition audit.log.a",
                        "FAILED foreign-key/definition audit.log.t",
                        "FAILED foreign-key/definition audit.t.id");
    }

    @Test
    void aSchemaThatIsMissingIsSaidToBeSo() {
        Report report = verify(
                "create table t (id int)", "schemas: [public, pulbic]\ntables: {pulbic.t: {columns: {id: int}}}");

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED column/definition pulbic.t.id",
                        "FAILED schema/exists pulbic",
                        "FAILED table/exists pulbic.t");
        assertThat(Trial.finding(report, "schema/exists", "pulbic").message()).contains("did you mean 'public'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.t", "'\"other\".\"t\"'", "'other.\"t\"'"})
    void aTableOfASchemaThatTheSpecDoesNotSpeakOfIsAMistake(String name) {
        String sql = "create schema other; create table other.t (id int)";

        assertThatThrownBy(() -> verify(sql, "tables:\n  " + name + ": absent\n"))
                .hasMessageContaining("spec.yaml:4:3")
                .hasMessageContaining("other")
                .hasMessageContaining("schemas");
    }

    @Test
    void aDotInANameIsWrittenInQuotes() {
        Report report =
                verify("create table \"a.b\" (\"c.d\" int)", "tables: {'\"a.b\"': {columns: {c.d: int}, closed: all}}");

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void namesOfEveryKindAreFound() {
        String longest = "n".repeat(63);
        Report report =
                verify("""
                create table "order" ("user" int constraint "check" primary key, "select" int, "Größe" text, "😀" int,
                  "a b" int, "a""b" int, "1" int, "true" int, "null" int, "ünï" int);
                create table "Größe" ("order" int references "order" ("user"), "primary" int);
                create index "table" on "order" ("select" desc, "Größe", ("a b" + "😀"));
                create table %1$s (%1$s int constraint c%2$s check (%1$s > 0));
                create index i%2$s on %1$s (%1$s);
                """.formatted(longest, longest.substring(1)), """
                closed: tables
                tables:
                  order:
                    columns: {user: int constraint "check" primary key, select: int, Größe: text, 😀: int, a b: int,
                      'a"b': int, 1: int, true: int, null: int, ünï: int}
                    indexes: {table: '("select" desc, "Größe", ("a b" + "😀"))'}
                    closed: all
                  Größe:
                    columns: {order: int references "order" ("user"), primary: int}
                    closed: all
                  %1$s:
                    columns: {%1$s: int constraint c%2$s check (%1$s > 0)}
                    indexes: {i%2$s: (%1$s)}
                    closed: all
                """.formatted(longest, longest.substring(1)));

        assertThat(Trial.failures(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables: {%s: {}}",
                "tables: {t: {columns: {%s: int}}}",
                "tables: {t: {indexes: {%s: (id)}}}",
                "tables: {t: {constraints: {%s: check (id > 0)}}}",
                "tables: {t: {columns: {id: int constraint %s check (id > 0)}}}",
                "tables: {t: {columns: {%s: absent}}}",
                "tables: {%s: absent}"
            })
    void aNameThatNothingCanHaveIsAMistakeInTheSpec(String yaml) {
        String sql = "create table t (id int)";

        assertThatThrownBy(() -> verify(sql, yaml.formatted("n".repeat(64))))
                .hasMessageContaining("longer than 63 bytes");
        assertThatThrownBy(() -> verify(sql, yaml.formatted("ü".repeat(32))))
                .hasMessageContaining("longer than 63 bytes");
    }

    @Test
    void anEmptyNameIsAMistakeInTheSpec() {
        assertThatThrownBy(() -> verify("create table t (id int)", "tables: {'': {}}"))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> verify("create table t (id int)", "tables: {t: {columns: {'': int}}}"))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> verify("create table t (id int)", "tables: {t: {columns: {\"a\\0b\": int}}}"))
                .hasMessageContaining("NUL");
    }

    private static final String KINDS = """
            create type mood as enum ('ok', 'bad');
            create domain email as citext check (value ~ '@');
            create type pair as (a int, b text);
            create table t (id bigint generated always as identity primary key, e email not null, h hstore, m mood default 'ok',
              p pair, r int4range, d date not null, amount numeric(12, 2), c text collate "C", tags text[] default '{}',
              total numeric generated always as (amount * 1.2) stored, j jsonb,
              constraint no_overlap exclude using gist (m with =, r with &&) where (m = 'ok'),
              constraint u unique (e, d) deferrable initially deferred);
            alter table t add constraint positive check (amount > 0) not valid;
            create index i_expression on t (lower(e::text), (j ->> 'a') text_pattern_ops desc nulls last);
            create index i_partial on t (d) where m = 'bad' and amount between 1 and 10;
            create unique index i_covering on t (d, c collate "POSIX") include (amount, id) with (fillfactor = 70);
            create index i_gin on t using gin (j jsonb_path_ops, tags);
            create index i_brin on t using brin (d) with (pages_per_range = 16);
            create index i_hash on t using hash (c);
            create unique index i_nnd on t (amount) nulls not distinct;
            create table part (id int, at date not null, primary key (id, at)) partition by range (at);
            create table part_1 partition of part for values from ('2024-01-01') to ('2025-01-01');
            create index i_part on part (at);
            """;

    private static final String KINDS_SPEC = """
            postgres: {extensions: [citext, hstore, btree_gist]}
            closed: tables
            tables:
              t:
                columns:
                  id: bigint primary key generated always as identity
                  e: email not null
                  h: hstore
                  m: mood default 'ok'
                  p: pair
                  r: int4range
                  d: date not null
                  amount: numeric(12,2)
                  c: text collate "C"
                  tags: text[] default '{}'
                  total: numeric generated always as (amount * 1.2) stored
                  j: jsonb
                constraints:
                  no_overlap: exclude using gist (m with =, r with &&) where (m = 'ok')
                  u: unique (e, d) deferrable initially deferred
                  positive: check (amount > 0) not valid
                indexes:
                  i_expression: (lower(e::text), (j ->> 'a') text_pattern_ops desc nulls last)
                  i_partial: (d) where m = 'bad' and amount between 1 and 10
                  i_covering: unique (d, c collate "POSIX") include (amount, id) with (fillfactor = 70)
                  i_gin: using gin (j jsonb_path_ops, tags)
                  i_brin: using brin (d) with (pages_per_range = 16)
                  i_hash: using hash (c)
                  i_nnd: unique (amount) nulls not distinct
                closed: all
              part:
                columns: {id: int not null, at: date not null}
                constraints: {part_pkey: "primary key (id, at)"}
                indexes: {i_part: (at)}
                closed: all
            """;

    @Test
    void everyKindOfTypeConstraintAndIndexIsFound() {
        assertThat(Trial.failures(verify(KINDS, KINDS_SPEC))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e: email not null|e: citext not null",
                "h: hstore|h: jsonb",
                "m: mood default 'ok'|m: mood default 'bad'",
                "p: pair|p: pair[]",
                "c: text collate \"C\"|c: text",
                "tags: text[] default '{}'|tags: text[]",
                "stored|stored not null",
                "amount * 1.2|amount * 1.3",
                "m with =, r with &&) where (m = 'ok')|m with =, r with &&)",
                "unique (e, d) deferrable initially deferred|unique (e, d) deferrable",
                "unique (e, d) deferrable|unique (d, e) deferrable",
                "check (amount > 0) not valid|check (amount > 0)",
                "lower(e::text)|upper(e::text)",
                "text_pattern_ops desc|desc",
                "desc nulls last|desc",
                "between 1 and 10|between 1 and 11",
                "c collate \"POSIX\"|c",
                "include (amount, id)|include (id, amount)",
                "i_covering: unique|i_covering: ",
                "fillfactor = 70|fillfactor = 71",
                "jsonb_path_ops|jsonb_ops",
                "pages_per_range = 16|pages_per_range = 32",
                "using hash (c)|(c)",
                "unique (amount) nulls not distinct|unique (amount)",
                "primary key (id, at)|primary key (at, id)",
                "i_part: (at)|i_part: (at desc)"
            })
    void whatDiffersInOneWordFails(String change) {
        String[] words = change.split("\\|", -1);
        assertThat(KINDS_SPEC).contains(words[0]);

        Report report = verify(KINDS, KINDS_SPEC.replace(words[0], words[1]));

        assertThat(report.problem()).isNull();
        assertThat(Trial.failures(report)).singleElement().asString().startsWith("FAILED ");
    }

    @Test
    void anExtensionThatIsNotThereLeavesEverythingUnverified() {
        Report report = verify(
                "create table t (v vector(3))",
                "postgres: {extensions: [vector]}\ntables: {t: {columns: {v: vector(3)}}}");

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.summary()).containsEntry(Verdict.PASSED, 0);
    }
}
