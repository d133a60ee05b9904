package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that do not do what a spec states, and look as if they did: none of them passes. */
class AttackTest {

    @TempDir
    Path folder = Path.of("");

    private List<String> failures(int major, String sql, String yaml) {
        return Trial.failures(new Trial(folder)
                .migration("1.sql", sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major)));
    }

    private static final String KEYS = """
            create table parents (id int primary key);
            create table children (id int primary key, a int references parents, n int,
              constraint uq unique (n) deferrable);
            create table parted (id int references parents) partition by list (id);
            create table part partition of parted default;
            """;

    private static final String STATED_KEYS = """
            tables:
              children: {columns: {a: int references parents}, constraints: {uq: unique (n) deferrable}}
              parted: {columns: {id: int references parents}}
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aConstraintWhoseTriggersAreDisabledIsNotThere(int major) {
        assertThat(failures(major, KEYS, STATED_KEYS)).isEmpty();
        assertThat(failures(major, KEYS + "alter table children disable trigger all;", STATED_KEYS))
                .containsExactly("FAILED foreign-key/definition children.a", "FAILED unique/definition children.uq");
        assertThat(failures(major, KEYS + "alter table part disable trigger all;", STATED_KEYS))
                .containsExactly("FAILED foreign-key/definition parted.id");
        assertThat(failures(major, KEYS + "alter table parents disable trigger all;", STATED_KEYS))
                .containsExactly("FAILED foreign-key/definition children.a", "FAILED foreign-key/definition parted.id");
        assertThat(failures(
                        major, KEYS + "alter table part disable trigger all;", "partitions: {parted: {alike: true}}"))
                .containsExactly("FAILED partition/alike part");
        assertThat(failures(
                        major,
                        KEYS + "alter table children disable trigger all;",
                        "rules: {constraints-validated: true}"))
                .containsExactly(
                        "FAILED rule/constraints-validated children.children_a_fkey",
                        "FAILED rule/constraints-validated children.uq");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatAViewWritesWhereNothingIsGivenIsPartOfIt(int major) {
        String sql = "create table t (id int, a int); create view v as select id, a from t;";
        String yaml = "views: {v: 'select id, a from t'}\n";

        assertThat(failures(major, sql, yaml)).isEmpty();
        assertThat(failures(major, sql + "alter view v alter a set default 1;", yaml))
                .containsExactly("FAILED view/definition v");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anIndexOfWhatIsOnlyAViewIsMissingAndNoMistakeOfTheSpec(int major) {
        assertThat(failures(
                        major,
                        "create view m as select 1 as id;",
                        "materializedViews: {m: {is: select 1 as id, indexes: {i: (id)}}}"))
                .containsExactly("FAILED materialized-view/definition m", "FAILED materialized-view/index i");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables: {t: {rowSecurity: {}}}",
                "tables: {t: {foreign: {}}}",
                "tables: {t: {options: {}}}",
                "tables: {t: {grants: {}}}",
                "tables: {t: {columns: {id: {is: int, options: {}}}}}",
                "tables: {t: {closed: []}}",
                "schemas: {public: {grants: {}}}",
                "views: {v: {is: select 1 as a, grants: {}}}",
                "closed: []",
                "owners: {}",
                "defaultPrivileges: []",
                "extensions: []",
                "extensions: {}",
            })
    void whatLooksLikeAStatementAndStatesNothingIsAMistake(String yaml) {
        assertThatThrownBy(() -> failures(18, "create table t (id int); create view v as select 1 as a;", yaml))
                .hasMessageMatching("(?s).*(empty|expected a list of names).*");
    }

    @Test
    void theKindThatAFeatureNamesIsMeant() {
        String yaml = "features: {f: [function run(int), procedure load, enum mood, domain amount]}";

        assertThat(failures(18, """
                create function run(int) returns int language sql as 'select 1';
                create procedure load() language sql as 'select 1';
                create type mood as enum ('sad');
                create domain amount as int;
                """, yaml)).isEmpty();
        assertThat(failures(18, """
                create procedure run(int) language sql as 'select 1';
                create function load() returns int language sql as 'select 1';
                create domain mood as text;
                create type amount as enum ('sad');
                """, yaml)).containsExactly("FAILED feature/objects f");
    }

    @ParameterizedTest
    @ValueSource(strings = {">=0", ">= 0%", "<=100%", "0..100%", "!=101%"})
    void aClaimThatEveryCountProvesIsAMistake(String is) {
        String of = is.contains("%") ? "of: tables, " : "";

        assertThatThrownBy(() -> failures(
                        18,
                        "create table t (id int)",
                        "claims: [{says: x, measure: tables, " + of + "is: '" + is + "'}]"))
                .hasMessageContaining("it claims nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration/applies", "migration/*"})
    void migrationsThatFailCannotBeWaived(String check) {
        assertThatThrownBy(() -> failures(
                        18,
                        "select 1/0",
                        "waivers: [{check: " + check
                                + ", subject: '*', reason: r, approvedBy: b, expires: 2099-01-01}]"))
                .hasMessageContaining("cannot be waived");
    }
}
