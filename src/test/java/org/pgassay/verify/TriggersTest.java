package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SpecException;

/** Triggers are what a spec states of them, in every detail and on every version. */
class TriggersTest {

    private static final String BEFORE = """
            create schema app;
            create table t (id int primary key, a int, "B" text);
            create table far (id int primary key);
            create table app.t (id int primary key);
            create view v as select id, a from t;
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create function other() returns trigger language plpgsql as 'begin return new; end';
            create function app.touch() returns trigger language plpgsql as 'begin return new; end';
            """;

    @TempDir
    private Path folder;

    private List<String> failures(int major, String sql, String yaml) {
        return Trial.failures(report(major, sql, yaml));
    }

    private Report report(int major, String sql, String yaml) {
        return new Trial(folder)
                .migration("1.sql", BEFORE + sql)
                .verify(
                        "schemas: [public, app]\n" + yaml,
                        VerifyOptions.defaults().onPostgres(major));
    }

    private static String spec(String definition) {
        return "tables:\n  t:\n    triggers:\n      trg: " + definition + "\n    closed: triggers\n";
    }

    /** A definition as a spec states it, the same in SQL, and one in SQL that differs in one thing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            before update for each row execute function touch() | before update on t for each row execute function touch() | after update on t for each row execute function touch()
            before update for each row execute function touch() | before update on t for each row execute procedure touch() | before update on t for each row execute function other()
            before update for each row execute function touch() | before update on t for each row execute function touch() | before update on t execute function touch()
            before update for each row execute function touch() | before update on t for each row execute function touch() | before update on t for each row execute function app.touch()
            before update for each row execute function touch() | before update on t for each row execute function touch() | before update on t for each row execute function touch('x')
            before insert or update or delete execute function touch() | before insert or update or delete on t execute function touch() | before insert or update on t execute function touch()
            before update of a, "B" for each row execute function touch() | before update of a, "B" on t for each row execute function touch() | before update of a on t for each row execute function touch()
            after truncate execute function touch() | after truncate on t for each statement execute function touch() | after delete on t for each statement execute function touch()
            before update for each row when (new.a > 1 and old."B" in ('x', 'y')) execute function touch() | before update on t for each row when (new.a > 1 and old."B" in ('x', 'y')) execute function touch() | before update on t for each row when (new.a > 2 and old."B" in ('x', 'y')) execute function touch()
            after update referencing new table as n old table as o execute function touch() | after update on t referencing old table as o new table as n execute function touch() | after update on t referencing old table as x new table as n execute function touch()
            "before insert for each row execute function touch('a, b')" | before insert on t for each row execute function touch('a, b') | before insert on t for each row execute function touch('a', 'b')
            """)
    void differInEveryDetail(String stated, String same, String different) {
        for (int major : List.of(14, 18)) {
            assertThat(failures(major, "create trigger trg " + same, spec(stated)))
                    .as("on " + major)
                    .isEmpty();
            assertThat(failures(major, "create trigger trg " + different, spec(stated)))
                    .as("on " + major)
                    .containsExactly("FAILED trigger/definition t.trg");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void constraintTriggersAreDeferrable(int major) {
        String stated =
                "constraint after insert from far deferrable initially deferred for each row execute function touch()";
        String sql =
                "create constraint trigger trg after insert on t from far deferrable %s for each row execute function touch()";

        assertThat(failures(major, sql.formatted("initially deferred"), spec(stated)))
                .isEmpty();
        assertThat(failures(major, sql.formatted("initially immediate"), spec(stated)))
                .containsExactly("FAILED trigger/definition t.trg");
        assertThat(failures(
                        major,
                        "create trigger trg after insert on t for each row execute function touch()",
                        spec("constraint after insert for each row execute function touch()")))
                .containsExactly("FAILED trigger/definition t.trg");
    }

    @ParameterizedTest
    @CsvSource({"origin,enable", "always,enable always", "replica,enable replica", "disabled,disable"})
    void fireWhenStated(String enabled, String command) {
        String sql = "create trigger trg before update on t for each row execute function touch();";
        String yaml = "tables: {t: {triggers: {trg: {is: before update for each row execute function touch(), enabled: "
                + enabled + "}}}}";

        assertThat(failures(18, sql + "alter table t " + command + " trigger trg", yaml))
                .isEmpty();
        String other = enabled.equals("disabled") ? "enable" : "disable";
        assertThat(failures(14, sql + "alter table t " + other + " trigger trg", yaml))
                .containsExactly("FAILED trigger/definition t.trg");
        assertThat(failures(
                        18,
                        sql + "alter table t " + command + " trigger trg",
                        spec("before update for each row execute function touch()")))
                .isEqualTo(enabled.equals("origin") ? List.of() : List.of("FAILED trigger/definition t.trg"));
    }

    @Test
    void mayStandBesideTheirTables() {
        String sql = """
                create trigger "Trg" before update on app.t for each row execute function app.touch();
                create trigger of_view instead of insert on v for each row execute function touch();
                """;
        String yaml = """
                triggers:
                  Trg: before update on app.t for each row execute function %s()
                  of_view: instead of insert on v for each row execute function touch()
                  gone: absent
                tables:
                  app.t: {closed: triggers}
                """;

        assertThat(failures(18, sql, yaml.formatted("app.touch"))).isEmpty();
        assertThat(failures(14, sql, yaml.formatted("touch")))
                .containsExactly("FAILED trigger/definition app.t.\"Trg\"");
        assertThat(failures(
                        18,
                        sql + "create trigger gone before insert on far for each row execute function touch()",
                        yaml.formatted("app.touch")))
                .containsExactly("FAILED trigger/absent far.gone");
    }

    @Test
    void areNamedOrAbsent() {
        String sql = "create trigger trg before update on t for each row execute function touch();";

        assertThat(failures(18, sql, "tables: {t: {triggers: {trg: absent}}}"))
                .containsExactly("FAILED trigger/absent t.trg");
        assertThat(failures(18, "", "tables: {t: {triggers: {trg: absent}, closed: triggers}}"))
                .isEmpty();
        assertThat(failures(18, sql, "tables: {t: {closed: [triggers]}}"))
                .containsExactly("FAILED trigger/closed t.trg");
        assertThat(failures(18, sql, "tables: {t: {closed: all}}")).contains("FAILED trigger/closed t.trg");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void ofAPartitionedTableFireOnEachPartition(int major) {
        String sql = """
                create table p (id int) partition by range (id);
                create table p1 partition of p for values from (0) to (10);
                create table p2 partition of p for values from (10) to (20);
                create trigger trg after insert on p for each row execute function touch();
                create trigger whole after insert on p execute function touch();
                """;
        String yaml = """
                tables:
                  p:
                    triggers:
                      trg: after insert for each row execute function touch()
                      whole: after insert execute function touch()
                    closed: triggers
                  p1: {closed: triggers}
                """;

        assertThat(failures(major, sql, yaml)).isEmpty();
        Report disabled = report(major, sql + "alter table p2 disable trigger trg;", yaml);
        assertThat(Trial.failures(disabled)).containsExactly("FAILED trigger/definition p.trg");
        assertThat(Trial.finding(disabled, "trigger/definition", "p.trg").message())
                .contains("on p2 it is disabled");
        assertThat(failures(
                        major,
                        sql + "create trigger own after insert on p1 for each row execute function touch();",
                        yaml))
                .containsExactly("FAILED trigger/closed p1.own");
    }

    @Test
    void cannotBeWithoutWhatTheyName() {
        String fine = "before update for each row execute function nowhere()";
        Report report = report(18, "", spec(fine));

        Finding finding = Trial.finding(report, "trigger/definition", "t.trg");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.message()).contains("function nowhere() does not exist");
        assertThat(failures(18, "", "tables: {nowhere: {triggers: {trg: " + fine + "}}}"))
                .contains("FAILED trigger/definition nowhere.trg");
        assertThat(failures(
                        18,
                        "create function plain() returns int language sql as 'select 1';",
                        spec("before update for each row execute function plain()")))
                .containsExactly("FAILED trigger/definition t.trg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            for each row execute function touch()                       | 7:12 | a trigger begins with
            before updates for each row execute function touch()       | 7:19 | an event is missing
            before update of for each row execute function touch()      | 7:29 | syntax error
            before update on t for each row execute function touch()    | 7:26 | leave out ON
            before update for each row execute touch()                  | 7:47 | syntax error
            before update for each row; drop table t                    | 7:38 | does not belong
            """)
    void thatAreNoneAreRefusedWhereTheyStand(String definition, String place, String message) {
        assertThatThrownBy(() -> report(18, "", spec(definition)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("spec.yaml:" + place + ":")
                .hasMessageContaining(message);
    }
}
