package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;

/** Every measure counts what is there, and a claim that counts nothing does not pass. */
class ClaimsTest {

    @TempDir
    Path folder = Path.of("");

    /** One or more of everything, and of everything something of an extension, which does not count. */
    private static final String EVERYTHING = """
            create table a (id int primary key, n int unique, m int not null default 1 check (m > 0), t text);
            create table b (id bigint generated always as identity primary key, a int references a on delete cascade,
              r int4range, s serial, exclude using gist (r with &&), unique (a, s), check (s > 0), check (a > 0));
            create index b_a on b (a); create unique index b_p on b (s) where a > 1; create index b_h on b using hash (a);
            create table p (id int) partition by list (id);
            create table p1 partition of p for values in (1); create table p2 partition of p default;
            create index p_id on p (id);
            create view v as select id from a; create view w as select 1 as one;
            create materialized view mv as select id from a; create index mv_id on mv (id);
            create sequence sq; create type mood as enum ('ok', 'bad'); create type en as enum ();
            create domain d as int check (value > 0); create type pair as (x int, y int); create type fr as range (subtype = float8);
            create function f() returns trigger language plpgsql as 'begin return new; end';
            create procedure pr() language sql as 'select 1'; create aggregate ag (int) (sfunc = int4pl, stype = int);
            create trigger tr before insert on a for each row execute function f();
            create trigger tr2 after update on p for each row execute function f();
            create policy po on a using (true); create policy pn on a for select using (true); alter table b disable trigger all;
            """;

    /** What plain SQL counts; public only, and nothing of an extension. */
    private static final Map<String, String> COUNTS = new LinkedHashMap<>();

    static {
        String own = " and not exists (select from pg_depend e where e.objid = x.oid and e.deptype = 'e')";
        String relation = "select count(*) from pg_class x where relnamespace = 'public'::regnamespace" + own
                + " and relkind in ";
        String index =
                "select count(*) from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid"
                        + " where x.relnamespace = 'public'::regnamespace" + own;
        String constraint =
                "select count(*) from pg_constraint x join pg_class t on t.oid = x.conrelid where x.connamespace ="
                        + " 'public'::regnamespace" + own + " and contype = ";
        String type =
                "select count(*) from pg_type x where typnamespace = 'public'::regnamespace" + own + " and typtype = ";
        COUNTS.put("tables", relation + "('r', 'p', 'f')");
        COUNTS.put(
                "columns",
                "select count(*) from pg_attribute join pg_class x on x.oid = attrelid where relnamespace ="
                        + " 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped"
                        + own);
        COUNTS.put("indexes", index);
        COUNTS.put(
                "indexes.secondary",
                index
                        + " and not exists (select from pg_constraint where conindid = x.oid and contype in ('p','u','x'))");
        COUNTS.put("primary-keys", constraint + "'p'");
        COUNTS.put("foreign-keys", constraint + "'f'");
        COUNTS.put("uniques", constraint + "'u'");
        COUNTS.put("checks", constraint + "'c'");
        COUNTS.put("exclusions", constraint + "'x'");
        COUNTS.put("triggers", "select count(*) from pg_trigger where not tgisinternal");
        COUNTS.put("policies", "select count(*) from pg_policy");
        COUNTS.put(
                "functions",
                "select count(*) from pg_proc x where pronamespace = 'public'::regnamespace and prokind <> 'a'"
                        + own.replace("'e'", "any('{e,i}')"));
        for (Map.Entry<String, String> kind :
                Map.of("aggregates", "a", "procedures", "p").entrySet()) {
            COUNTS.put(
                    kind.getKey(),
                    "select count(*) from pg_proc x where pronamespace = 'public'::regnamespace and prokind = '"
                            + kind.getValue() + "'" + own.replace("'e'", "any('{e,i}')"));
        }
        COUNTS.put("views", relation + "('v')");
        COUNTS.put("materialized-views", relation + "('m')");
        COUNTS.put("sequences", relation + "('S')");
        COUNTS.put("enums", type + "'e'");
        COUNTS.put("domains", type + "'d'");
        COUNTS.put(
                "composites",
                "select count(*) from pg_type x join pg_class c on c.oid = typrelid where typnamespace ="
                        + " 'public'::regnamespace and relkind = 'c'" + own);
        COUNTS.put("ranges", type + "'r'");
        COUNTS.put("partitions", "select count(*) from pg_class where relispartition and relkind in ('r', 'p')");
        COUNTS.put("extensions", "select count(*) from pg_extension where extname <> 'plpgsql'");
        COUNTS.put("schemas", "select 1");
        COUNTS.put("revisions", "select 1");
    }

    private Report verify(String yaml) {
        return new Trial(folder)
                .migration("1.sql", EVERYTHING)
                .verify("postgres: {extensions: [hstore, ltree]}\n" + yaml);
    }

    @Test
    void everyMeasureCountsWhatPlainSqlCounts() throws SQLException {
        Report report = verify("claims: []\n");

        assertThat(report.totals().keySet()).isEqualTo(COUNTS.keySet());
        assertThat(report.totals()).isEqualTo(plainCounts());
        assertThat(report.totals().values())
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    private static Map<String, Long> plainCounts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Databases databases = new Databases(TestServers.shared());
                Database database = databases.create(null);
                Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension hstore; create extension ltree;");
            statement.execute(EVERYTHING);
            for (Map.Entry<String, String> each : COUNTS.entrySet()) {
                try (ResultSet row = statement.executeQuery(each.getValue())) {
                    assertThat(row.next()).isTrue();
                    counts.put(each.getKey(), row.getLong(1));
                }
            }
        }
        return counts;
    }

    /** Selections and how many they select. */
    private static final String SELECTIONS = """
            {tables: {name: "p*"}}                          | 3
            {tables: {having: t}}                           | 1
            {tables: {partitioned: TRUE}}                   | 1
            {columns: {table: a}}                           | 4
            {columns: {table: a, type: int*}}               | 3
            {columns: {nullable: false, table: a}}          | 2
            {columns: {default: true}}                      | 3
            {indexes: {table: b, unique: true}}             | 3
            {indexes: {columns: "a*"}}                      | 3
            {indexes.secondary: {method: hash}}             | 1
            {indexes: {method: [hash, gist]}}               | 2
            {indexes: {partial: true}}                      | 1
            {foreign-keys: {references: a}}                 | 1
            {foreign-keys: {onDelete: cascade}}             | 1
            {foreign-keys: {onUpdate: no action}}           | 1
            {checks: {columns: a}}                          | 1
            {triggers: {table: a, enabled: origin}}         | 1
            {policies: {command: select}}                   | 1
            {functions: {language: sql}}                    | 1
            {sequences: {identity: true}}                   | 1
            {enums: {label: ok}}                            | 1
            {partitions: {of: p}}                           | 2
            {revisions: {undo: true}}                       | 0
            """;

    @Test
    void aSelectionCountsWhatItSelects() {
        StringBuilder claims = new StringBuilder("claims:\n");
        for (String line : SELECTIONS.lines().toList()) {
            int bar = line.indexOf('|');
            String measure = line.substring(0, bar).strip();
            String count = line.substring(bar + 1).strip();
            claims.append("  - {says: '")
                    .append(measure)
                    .append("', measure: ")
                    .append(measure)
                    .append(", is: ")
                    .append(count)
                    .append("}\n");
        }

        assertThat(Trial.failures(verify(claims.toString()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {indexes: {partial: yes}}                  | 'yes' is no value of partial; known: true, false
            {foreign-keys: {onDelete: CASCADE}}        | 'CASCADE' is no value of onDelete (did you mean 'cascade'?); known:
            {foreign-keys: {onUpdate: set_null}}       | 'set_null' is no value of onUpdate (did you mean 'set null'?); known:
            {policies: {command: SELECT}}              | 'SELECT' is no value of command (did you mean 'select'?); known:
            {triggers: {enabled: true}}                | 'true' is no value of enabled; known:
            {revisions: {undo: no}}                    | 'no' is no value of undo; known: true, false
            {indexes: {}}                              | expected what selects among the indexes
            {indexes: all}                             | expected what selects among the indexes
            {indexes: {name: ''}}                      | expected a pattern
            {indexes: {name: [{a: b}]}}                | expected a pattern
            {tables: {a: b}, indexes: {name: c}}       | expected a measure
            indexs                                     | did you mean 'indexes'
            """)
    void aSelectionThatCouldSelectNothingIsAMistakeInTheSpec(String measure, String message) {
        assertThatThrownBy(() -> verify("claims: [{says: it, measure: " + measure + ", is: 0}]\n"))
                .hasMessageContaining(message);
    }

    @Test
    void aRangeThatNothingIsCountedInIsVacuous() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        verdicts.put("tables, is: 5", Verdict.PASSED);
        verdicts.put("tables, is: 6", Verdict.FAILED);
        verdicts.put("tables, is: '>=5'", Verdict.PASSED);
        verdicts.put("tables, is: '>5'", Verdict.FAILED);
        verdicts.put("{tables: {name: x*}}, is: 0", Verdict.PASSED);
        verdicts.put("{tables: {name: x*}}, is: 1", Verdict.FAILED);
        verdicts.put("{tables: {name: x*}}, is: '<=5'", Verdict.VACUOUS);
        verdicts.put("{tables: {name: x*}}, is: 0..9", Verdict.VACUOUS);
        verdicts.put("{tables: {name: x*}}, is: '<1'", Verdict.PASSED);
        StringBuilder claims = new StringBuilder("claims:\n");
        verdicts.keySet()
                .forEach(claim -> claims.append("  - {says: \"")
                        .append(claim)
                        .append("\", measure: ")
                        .append(claim)
                        .append("}\n"));

        Report report = verify(claims.toString());

        verdicts.forEach((claim, verdict) -> assertThat(
                        Trial.finding(report, "claim/measure", claim).verdict())
                .as(claim)
                .isEqualTo(verdict));
    }

    @Test
    void aClaimByRuleIsProvenByTheRule() {
        Report report = verify("claims: [{says: it, rule: foreign-keys-indexed}]\n");

        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.finding(report, "claim/rule", "it").examined()).isPositive();
        assertThat(report.claims().get(0).measure()).isEqualTo("rule foreign-keys-indexed");
    }

    @Test
    void aShareIsMeasuredOfItsWhole(@TempDir Path folder) {
        Report report = new Trial(folder)
                .migration(
                        "001.sql",
                        "create table a (id int primary key, n int generated always as identity);"
                                + "create table b (id int, g int generated always as (1 + 1) stored);"
                                + "create index on b (abs(id)); create rule r as on delete to b do instead nothing;")
                .verify("""
                        claims:
                          - {says: half, measure: primary-keys, is: "50%", of: tables}
                          - {says: most, measure: primary-keys, is: ">=50.01%", of: tables}
                          - {says: of nothing, measure: enums, is: "100%", of: domains}
                          - {says: no part, measure: tables, is: ">=1%", of: primary-keys}
                          - {says: not none, measure: tables, is: "!=0"}
                          - {says: identity, measure: {columns: {identity: true}}, is: 1}
                          - {says: generated, measure: {columns: {generated: true}}, is: 1}
                          - {says: expressions, measure: {indexes.secondary: {expression: true}}, is: 1}
                        """);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED claim/measure most",
                        "VACUOUS claim/measure of nothing",
                        "FAILED claim/measure no part");
        assertThat(Trial.finding(report, "claim/measure", "most").observed()).isEqualTo("50% (1 of 2)");
    }
}
