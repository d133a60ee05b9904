package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SpecException;

/** Specs whose migrations Flyway, Liquibase or a command applies. */
class ToolsTest {

    private static final String HEAD = """
            spec: trial
            migrations: {runner: %s}
            roles: {owner: trial_owner}
            tables:
              a: {columns: {id: integer primary key}, owner: trial_owner}
            """;

    private static final String CHANGELOG = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                  http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="1" author="max">
                <createTable tableName="a"><column name="id" type="int"><constraints primaryKey="true"/></column></createTable>
              </changeSet>
              <include file="more.sql" relativeToChangelogFile="true"/>
              <changeSet id="3" author="max" dbms="oracle"><dropTable tableName="a"/></changeSet>
              <changeSet id="4" author="max" context="demo"><dropTable tableName="a"/></changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    Path folder = Path.of("");

    private Trial trial() {
        return new Trial(folder);
    }

    private static String reason(Report report, String revision) {
        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        return Trial.finding(report, "migration/applies", revision).message();
    }

    private Report flyway(String further) {
        return trial().verify(HEAD.formatted("flyway, path: migrations" + further));
    }

    @Test
    void flywayAppliesVersionsAndThenWhatIsRepeatable() {
        trial().migration("V2__b.sql", "create table b (id int references a);")
                .migration("V1_1__a2.sql", "alter table a add x int; alter table a drop x;")
                .migration("V1__a.sql", "create table ${word} (id int primary key);")
                .migration("R__view.sql", "create or replace view v as select id from b;")
                .migration("V10__c.sql", "create index concurrently i on b (id);");

        Report report = flyway(", settings: {placeholders.word: a}");

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "migration/applies", "1.1").message()).contains("applies");
        assertThat(Trial.finding(report, "migration/applies", "R__view").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void whatFailsInFlywayIsNamedWithFileLineAndStatement() {
        trial().migration("V1__a.sql", "create table a (id int primary key);")
                .migration("V2__b.sql", "create table b (id int);\n\nalter table nowhere add x int;\n")
                .migration("V3__c.sql", "create table c (id int);");

        Report report = flyway("");

        assertThat(reason(report, "2")).contains("V2__b.sql:3: ERROR 42P01: relation \"nowhere\" does not exist");
        assertThat(Trial.finding(report, "migration/applies", "2").evidence())
                .containsExactly("alter table nowhere add x int");
        assertThat(Trial.finding(report, "migration/applies", "1").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(reason(report, "3")).contains("not tried");
    }

    @Test
    void flywaysOwnRefusalIsSaid() {
        trial().migration("V1__a.sql", "create table ${unknown} (id int primary key);");

        assertThat(reason(flyway(""), "1")).contains("unknown");
        assertThatThrownBy(() -> flyway(", settings: {url: \"jdbc:postgresql://other/db\"}"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("'url' is made by pgAssay");
        assertThat(reason(flyway(", settings: {nonsense: 1}"), "1")).contains("nonsense");
    }

    private Report liquibase(String further) {
        return trial().verify(HEAD.formatted("liquibase, path: db/changelog.xml" + further));
    }

    private Trial changelog(String sql) {
        return trial().write("db/changelog.xml", CHANGELOG)
                .write(
                        "db/more.sql",
                        "--liquibase formatted sql\n--changeset ann:2\n" + sql + "\n--rollback drop table b;\n");
    }

    @Test
    void liquibaseAppliesTheChangeSetsThatAreForPostgresql() {
        changelog("create table b (id int); create table ${word} (id int);");

        Report report = liquibase(", settings: {contexts: production, word: c}");

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.results().stream()
                        .map(each -> each.finding())
                        .filter(each -> each.check().equals("migration/applies"))
                        .map(each -> each.subject()))
                .containsExactly("changelog.xml::1::max", "more.sql::2::ann");
    }

    @Test
    void liquibaseOfTheSpecsOwnJarsIsUsed() throws IOException {
        Files.createDirectories(folder.resolve("libs"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Stream.of("liquibase-core", "commons-").anyMatch(jar::contains)) {
                Files.copy(
                        Path.of(jar),
                        folder.resolve("libs").resolve(Path.of(jar).getFileName()));
            }
        }
        changelog("create table b (id int);");

        assertThat(Trial.failures(liquibase(", libraries: [libs/*.jar], settings: {contexts: production}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table b (id int); alter table nowhere add x int; | ERROR 42P01: relation "nowhere" does not exist
            nonsense;                                               | ERROR 42601: syntax error
            """)
    void whatFailsInLiquibaseIsNamedWithItsChangeSet(String sql, String reason) {
        changelog(sql);

        Report report = liquibase("");

        assertThat(reason(report, "more.sql::2::ann")).contains("db/more.sql").contains(reason);
        assertThat(Trial.finding(report, "migration/applies", "changelog.xml::1::max")
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aLiquibaseThatIsNotThereLeavesItUnverified() throws IOException {
        changelog("create table b (id int);");
        Files.createDirectories(folder.resolve("libs"));

        Report report = liquibase(", libraries: [libs/*.jar]");

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.results())
                .allSatisfy(each -> assertThat(each.finding().message()).contains("libs/*.jar"));
    }

    @Test
    void aChangelogThatCannotBeReadIsAProblemOfTheSpec() {
        changelog("select 1;").write("db/changelog.xml", "<databaseChangeLog>");

        assertThatThrownBy(() -> liquibase(""))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("changelog.xml");
    }

    private Report command(String further) {
        return trial().verify(HEAD.formatted("command, " + further));
    }

    @Test
    void aCommandAppliesWhatItDoes() {
        Alembic.require();
        trial().write("up.py", """
                import os, psycopg2
                assert os.environ["DATABASE_URL"].startswith("postgres://trial_owner:")
                assert os.environ["APP_ENV"] == "test"
                with psycopg2.connect("") as connection:
                    connection.cursor().execute("create table a (id int primary key)")
                """);

        Report report = command("up: [/usr/bin/python3, up.py], urlScheme: postgres, environment: {APP_ENV: test}");

        assertThat(Trial.failures(report)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true                                                          | the database is still empty
            sh -c 'echo no way >&2; exit 3'                               | it ended with exit code 3: no way
            false                                                         | it says nothing of why
            sh -c 'echo "x ERROR:  relation gone" >&2; echo at 7; exit 1' | ERROR:  relation gone
            sleep 100                                                     | had not ended after 2 s, and was stopped
            sh -c 'echo $PGPASSWORD; exit 1'                              | exit code 1: ***
            """)
    void whatACommandDiesOfIsSaid(String up, String reason) {
        assertThat(reason(command("timeLimit: 2s, up: " + "'" + up.replace("'", "''") + "'"), "all"))
                .contains(reason);
    }

    @Test
    void aCommandThatIsNotThereLeavesItUnverified() {
        assertThat(command("up: no-such-tool").verdict()).isEqualTo(Report.Overall.INCOMPLETE);
    }
}
