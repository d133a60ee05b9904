package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.spec.SpecException;

/** Tables, columns and constraints are kept as a spec states it, and rules are what it states of them. */
class TableSettingsTest {

    @TempDir
    private Path folder;

    private List<String> failures(int major, String sql, String yaml) {
        return Trial.failures(report(major, sql, yaml));
    }

    private Report report(int major, String sql, String yaml) {
        return new Trial(folder)
                .migration("1.sql", "create schema app;" + sql)
                .verify(
                        "schemas: [public, app]\n" + yaml,
                        VerifyOptions.defaults().onPostgres(major));
    }

    /** A table in SQL, what a spec states of it, and something else that it might state. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create unlogged table t (a int) | unlogged: true | unlogged: false
            create table t (a int) with (fillfactor = 70) | options: {fillfactor: 70} | options: {fillfactor: 71}
            create table t (a int) with (fillfactor = 70) | options: {fillfactor: 70} | options: {fillfactor: default}
            create table t (a int, b text) with (autovacuum_enabled = off, toast.autovacuum_enabled = false) | options: {autovacuum_enabled: false, toast.autovacuum_enabled: off} | options: {autovacuum_enabled: true}
            create table t (a int) with (autovacuum_vacuum_scale_factor = 0.20) | options: {autovacuum_vacuum_scale_factor: 0.2} | options: {autovacuum_vacuum_scale_factor: 0.3}
            create table t (a int); alter table t replica identity full | replicaIdentity: full | replicaIdentity: default
            create table t (a int); alter table t replica identity nothing | replicaIdentity: nothing | replicaIdentity: full
            create table t (a int not null); create unique index "Ix" on t (a); alter table t replica identity using index "Ix" | replicaIdentity: using index "Ix" | replicaIdentity: using index ix
            create table u (a int); create table app."P" (b int); create table t () inherits (u, app."P") | inherits: [app.P, u] | inherits: [u]
            create table u (a int); create table t () inherits (u) | inherits: u | inherits: []
            create table t (a int) | {inherits: [], accessMethod: heap, tablespace: pg_default, of: none, replicaIdentity: default, unlogged: false} | accessMethod: columnar
            create type k as (a int); create table t of k | of: k | of: none
            create foreign data wrapper w; create server s foreign data wrapper w; create foreign table t (a int) server s options (table_name 'It''s', "Odd" '1') | foreign: {server: s, options: {table_name: It's, Odd: 1}} | foreign: {server: other}
            create foreign data wrapper w; create server s foreign data wrapper w; create foreign table t (a int) server s options (table_name 'x') | foreign: {options: {table_name: x}} | foreign: {options: {table_name: default}}
            """)
    void areKeptAsStated(String sql, String stated, String different) {
        String table = stated.startsWith("{") ? stated : "{" + stated + "}";
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, sql, "tables: {t: " + table + "}"))
                    .as("on " + major)
                    .isEmpty();
            assertThat(failures(major, sql, "tables: {t: {" + different + "}}"))
                    .as("on " + major)
                    .containsExactly("FAILED table/attributes t");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alter table t set unlogged                          | unlogged is true
            alter table t set (fillfactor = 70)                 | option fillfactor is 70
            alter table t replica identity full                 | replica identity is FULL
            alter table t enable row level security             | row security is enabled
            alter table t force row level security              | forced row security is enabled
            alter table t alter b set storage external          | storage of column b is EXTERNAL
            alter table t alter b set compression pglz          | compression of column b is pglz
            alter table t alter b set statistics 7              | statistics of column b is 7
            alter table t alter b set (n_distinct = 7)          | option n_distinct of column b is 7
            alter table t alter a set increment by 7            | identity options of column a is INCREMENT BY 7
            """)
    void mayBeClosed(String sql, String message) {
        String before = "create table t (a int generated always as identity, b text, c text storage external);";
        String fine = before.replace(" storage external", "") + "alter table t alter c set storage external;";
        String yaml = "tables: {t: {columns: {c: text storage external}, closed: options}}";
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, fine, yaml)).isEmpty();
            Report report = report(major, fine + sql, yaml);
            // What is wrong with a column is told of the column.
            int column = message.indexOf("of column ");
            String subject = column < 0 ? "t" : "t." + message.charAt(column + "of column ".length());
            assertThat(Trial.failures(report)).containsExactly("FAILED table/attributes " + subject);
            assertThat(Trial.finding(report, "table/attributes", subject).message())
                    .contains(message);
        }
    }

    /** A column as a spec states it, and one statement that makes it another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text storage external | alter table t alter x set storage external | alter table t alter x set storage main
            text storage extended not null | alter table t alter x set not null | alter table t alter x set not null, alter x set storage main
            text storage default | select 1 | alter table t alter x set storage main
            text compression pglz | alter table t alter x set compression pglz | select 1
            text compression default | select 1 | alter table t alter x set compression pglz
            {is: text, statistics: 500} | alter table t alter x set statistics 500 | select 1
            {is: text, statistics: -1} | select 1 | alter table t alter x set statistics 500
            {is: text, options: {n_distinct: -0.5}} | alter table t alter x set (n_distinct = -0.50) | alter table t alter x set (n_distinct = -0.4)
            """)
    void haveColumnsThatAreKeptAsStated(String stated, String sql, String different) {
        String before = "create table t (x text);";
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, before + sql, "tables:\n  t:\n    columns:\n      x: " + stated))
                    .as("on " + major)
                    .isEmpty();
            assertThat(failures(major, before + different, "tables:\n  t:\n    columns:\n      x: " + stated))
                    .as("on " + major)
                    .containsExactly("FAILED column/definition t.x");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bigint generated always as identity (start with 1000 increment by 10) | bigint generated always as identity (increment 10 start 1000) | bigint generated always as identity
            bigint generated always as identity | bigint generated always as identity (start 1 cache 1 no cycle) | bigint generated always as identity (cache 20)
            int generated by default as identity (increment -1) | int generated by default as identity (increment by -1 maxvalue -1) | int generated by default as identity (increment by -2)
            smallint generated by default as identity (maxvalue 100 cycle) | smallint generated by default as identity (minvalue 1 maxvalue 100 cycle) | smallint generated by default as identity (maxvalue 100)
            """)
    void haveIdentitiesWithTheStatedOptions(String stated, String same, String different) {
        String yaml = "tables:\n  t:\n    columns:\n      x: " + stated;
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, "create table t (x " + same + ")", yaml)).isEmpty();
            assertThat(failures(major, "create table t (x " + different + ")", yaml))
                    .containsExactly("FAILED column/definition t.x");
        }
    }

    /** Constraints in a spec, and others that differ in what is easily passed over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            14 | primary key (a) with (fillfactor = 70) | primary key (a)
            14 | unique (a) include (b) | unique (a)
            14 | unique (a) with (fillfactor = 70) | unique (a) with (fillfactor = 80)
            15 | unique nulls not distinct (a) | unique (a)
            14 | unique (a) deferrable initially deferred | unique (a) deferrable
            14 | unique (a) deferrable | unique (a)
            14 | check (a > 0) no inherit | check (a > 0)
            14 | check (a > 0) not valid | check (a > 0)
            18 | check (a > 0) not enforced | check (a > 0)
            14 | foreign key (a) references u deferrable | foreign key (a) references u
            14 | foreign key (a) references u not valid | foreign key (a) references u
            18 | foreign key (a) references u not enforced | foreign key (a) references u
            14 | exclude using btree (a with =) with (fillfactor = 70) | exclude using btree (a with =)
            """)
    void haveConstraintsInEveryDetail(int major, String left, String right) {
        String before =
                "create table u (id int primary key); create table t (a int, b int); alter table t add constraint c ";
        String yaml = "tables:\n  t:\n    constraints:\n      c: ";
        for (int each : new int[] {major, 18}) {
            assertThat(failures(each, before + left, yaml + left)).isEmpty();
            assertThat(failures(each, before + right, yaml + right)).isEmpty();
            assertThat(failures(each, before + right, yaml + left)).hasSize(1).allMatch(one -> one.endsWith("t.c"));
            assertThat(failures(each, before + left, yaml + right)).hasSize(1).allMatch(one -> one.endsWith("t.c"));
        }
    }

    /** A rule as a spec states it, the same in SQL, and one in SQL that differs in one thing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            on insert do instead nothing | on insert to t do instead nothing | on update to t do instead nothing
            on delete where old.a > 1 do also insert into log values (old.a) | on delete to t where old.a > 1 do insert into log values (old.a) | on delete to t where old.a > 2 do insert into log values (old.a)
            on update do instead (insert into log values (1); delete from log) | on update to t do instead (insert into log values (1); delete from log) | on update to t do instead (insert into log values (1); delete from log where true)
            """)
    void haveRulesInEveryDetail(String stated, String same, String different) {
        String before = "create table t (a int); create table log (a int); create rule \"R\" as ";
        String yaml = "tables:\n  t:\n    rules:\n      R: " + stated + "\n    closed: rules";
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, before + same, yaml)).isEmpty();
            assertThat(failures(major, before + different, yaml))
                    .containsExactly("FAILED rewrite-rule/definition t.\"R\"");
            assertThat(failures(major, before + same + "; alter table t disable rule \"R\"", yaml))
                    .containsExactly("FAILED rewrite-rule/definition t.\"R\"");
        }
        assertThat(failures(18, before + same, "tables: {t: {closed: rules}}"))
                .containsExactly("FAILED rewrite-rule/closed t.\"R\"");
        assertThat(failures(18, before + same, "tables: {t: {rules: {R: absent}}}"))
                .containsExactly("FAILED rewrite-rule/absent t.\"R\"");
    }

    @Test
    void haveViewsWithTriggersAndRules() {
        String sql = """
                create table t (a int);
                create view v as select a from t;
                create function touch() returns trigger language plpgsql as 'begin return new; end';
                create trigger trg instead of update on v for each row execute function touch();
                create rule r as on insert to v do instead insert into t values (new.a);
                """;
        String yaml = """
                views:
                  v:
                    is: select a from t
                    triggers: {trg: instead of update for each row execute function touch()}
                    rules: {r: on insert do instead insert into t values (%s)}
                """;

        assertThat(failures(14, sql, yaml.formatted("new.a"))).isEmpty();
        assertThat(failures(18, sql, yaml.formatted("new.a"))).isEmpty();
        assertThat(failures(18, sql, yaml.formatted("new.a + 1")))
                .containsExactly("FAILED rewrite-rule/definition v.r");
        assertThat(failures(18, sql, yaml.formatted("new.a").replace("row execute", "row when (true) execute")))
                .containsExactly("FAILED trigger/definition v.trg");
    }

    @Test
    void areClosedAllAtOnce() {
        String sql =
                "create table t (a int); alter table t enable row level security; create policy p on t using (true);"
                        + "create rule r as on delete to t do instead nothing;";

        assertThat(failures(18, sql, "closed: all\ntables: {t: {columns: {a: int}}}"))
                .contains("FAILED table/attributes t", "FAILED policy/closed t.p", "FAILED rewrite-rule/closed t.r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rules: {r: on insert to t do nothing}        | 6:26 | leave out TO
            rules: {r: before insert do nothing}         | 6:16 | a rule begins with on
            rules: {r: on insert do nothing; select 1}   | 6:36 | does not belong
            rules: {r: on insert do}                     | 6:28 | syntax error
            columns: {a: int storage external}           | 6:30 | can only have storage PLAIN
            replicaIdentity: some                        | 6:22 | default, full, nothing
            options: {fillfactor: [1]}                   | 6:27 | found a list
            """)
    void thatAreNoneAreRefusedWhereTheyStand(String stated, String place, String message) {
        assertThatThrownBy(() -> report(18, "create table t (a int)", "tables:\n  t:\n    " + stated))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("spec.yaml:" + place + ":");
    }
}
