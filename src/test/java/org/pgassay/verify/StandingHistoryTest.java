package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.flyway.FlywayRunner;
import org.pgassay.migration.liquibase.LiquibaseRunner;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;

/** What a database that is read as it stands says of the revisions that Flyway and Liquibase applied to it. */
class StandingHistoryTest {

    private static final String FLYWAY = """
            spec: trial
            migrations: {runner: flyway, path: migrations}
            revisions: {applied: all, unedited: true}
            """;

    private static final String LIQUIBASE = """
            spec: trial
            migrations: {runner: liquibase, path: db/changelog.xml%s}
            revisions: {applied: all, unedited: true}
            """;

    private final PostgresServer server = TestServers.shared();
    private Databases databases = new Databases(server);
    private Database database = databases.existing("postgres");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeDatabase() throws SQLException {
        databases = new Databases(server);
        database = databases.create(null);
    }

    @AfterEach
    void dropDatabase() {
        databases.close();
    }

    private void apply(MigrationRunner tool) throws SQLException {
        assertThat(tool.upgrade(
                                Preparation.target(database, server.superuser()),
                                tool.graph().order())
                        .complete())
                .isTrue();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Report standing(String yaml) throws SQLException {
        ServerChoice choice = ServerChoice.parse(TestServers.adminUrl(server, database));
        VerifyOptions defaults = VerifyOptions.defaults();
        return new Trial(folder)
                .verify(
                        yaml,
                        new VerifyOptions(
                                Optional.of(choice),
                                Optional.empty(),
                                false,
                                false,
                                defaults.only(),
                                defaults.shard(),
                                1));
    }

    private static List<String> failures(Report report) {
        return Trial.failures(report).stream().sorted().toList();
    }

    private static Finding edited(Report report, String subject) {
        return Trial.finding(report, "revision/edited", subject);
    }

    private Trial flyway() {
        return new Trial(folder)
                .migration("V1__a.sql", "\uFEFFcreate table a (id int);\r\n\r\n-- Gr\u00FC\u00DFe\n")
                .migration("V1_1__.sql", "create table b (id int);")
                .migration("V2__two_words.sql", "create table c (id int);\n")
                .migration("R__view.sql", "create or replace view v as select id from a;\n")
                .migration("R__with_value.sql", "create or replace view w as select '${flyway:database}' as x;\n");
    }

    @Test
    void flywaysChecksumsAreComputedAsFlywayDoes() throws Exception {
        flyway();
        apply(new FlywayRunner(folder.resolve("migrations"), Map.of()));

        Report report = standing(FLYWAY);

        assertThat(failures(report)).containsExactly("UNVERIFIED revision/edited R__with_value");
        assertThat(edited(report, "revisions").message())
                .isEqualTo("4 revisions are as they were applied, by the table flyway_schema_history.");
        assertThat(Trial.finding(report, "revision/applied", "revisions").examined())
                .isEqualTo(5);
        assertThat(edited(report, "R__with_value").message()).contains("placeholders");
    }

    @Test
    void whatWasEditedFailedOrIsPendingInFlywayIsNamed() throws Exception {
        flyway();
        apply(new FlywayRunner(folder.resolve("migrations"), Map.of()));
        new Trial(folder)
                .migration("V1__a.sql", "create table a (id bigint);")
                .migration("R__view.sql", "create or replace view v as select id as id from a;\n")
                .migration("V3__c.sql", "select 1;");
        execute(
                "update flyway_schema_history set description = 'other' where version = '2';"
                        + "update flyway_schema_history set success = false where version = '1.1';"
                        + "insert into flyway_schema_history values (9, '7', 'gone', 'SQL', 'V7__gone.sql', 1, 'me', now(), 1, true)");

        Report report = standing(FLYWAY);

        assertThat(failures(report))
                .containsExactly(
                        "FAILED revision/applied 1.1",
                        "FAILED revision/applied 7",
                        "FAILED revision/applied R__with_value",
                        "FAILED revision/edited 1",
                        "FAILED revision/edited 2",
                        "UNVERIFIED revision/edited R__with_value");
        assertThat(edited(report, "1").message())
                .contains("V1__a.sql:1", "its checksum there is ", "flyway_schema_history");
        assertThat(edited(report, "2").message()).contains("'other'", "'two words'");
        assertThat(Trial.finding(report, "revision/applied", "1.1").message()).contains("has failed in this database");
        assertThat(Trial.finding(report, "revision/applied", "R__with_value").message())
                .contains("3 of 6 revisions are pending", "1.1 (", "3 (", "R__view (");
    }

    @Test
    void whatABaselineCoversIsDoneAndWithoutAChecksum() throws Exception {
        flyway();
        apply(new FlywayRunner(folder.resolve("migrations"), Map.of()));
        execute("delete from flyway_schema_history where version = '1';"
                + "update flyway_schema_history set type = 'BASELINE', checksum = null where version = '1.1';");

        Report report = standing(FLYWAY);

        assertThat(failures(report))
                .containsExactly(
                        "UNVERIFIED revision/edited 1",
                        "UNVERIFIED revision/edited 1.1",
                        "UNVERIFIED revision/edited R__with_value");
    }

    @Test
    void withoutATableNothingIsAppliedAndNothingCompared() throws Exception {
        flyway();
        execute("create table a (id int)");

        assertThat(failures(standing(FLYWAY)))
                .containsExactly("FAILED revision/applied R__with_value", "VACUOUS revision/edited revisions");
    }

    private void changelog(String first) {
        new Trial(folder)
                .write("db/changelog.xml", """
                        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                          <changeSet id="1" author="max"><sql>%s</sql></changeSet>
                          <changeSet id="2" author="max" runOnChange="true"><sql>create or replace view v as %s</sql></changeSet>
                          <include file="more.sql"/>
                        </databaseChangeLog>
                        """.formatted(
                                first, first.contains("big") ? "select 2 as x" : "select 1 as x"))
                .write("db/more.sql", "--liquibase formatted sql\n--changeset ann:1\ncreate table b (id int);\n");
    }

    @Test
    void liquibasesOwnChecksumsAreUsedWhereItIs() throws Exception {
        changelog("create table a (id int)");
        apply(new LiquibaseRunner(folder.resolve("db/changelog.xml"), Map.of(), List.of()));

        Report report = standing(LIQUIBASE.formatted(""));
        assertThat(failures(report)).isEmpty();
        assertThat(edited(report, "revisions").examined()).isEqualTo(3);

        changelog("create table a (id bigint)");
        execute("insert into databasechangelog select 'gone', author, filename, dateexecuted, 9, exectype"
                + " from databasechangelog where id = '2'");
        report = standing(LIQUIBASE.formatted(""));
        assertThat(failures(report))
                .containsExactly(
                        "FAILED revision/applied changelog.xml::gone::max",
                        "FAILED revision/applied more.sql::1::ann",
                        "FAILED revision/edited changelog.xml::1::max");
        assertThat(Trial.finding(report, "revision/applied", "more.sql::1::ann").message())
                .contains("1 of 3 revisions is pending", "changelog.xml::2::max");
    }

    @Test
    void withoutLiquibaseWhatIsAppliedIsKnownAndTheChecksumsAreNot() throws Exception {
        changelog("create table a (id int)");
        apply(new LiquibaseRunner(folder.resolve("db/changelog.xml"), Map.of(), List.of()));

        Report report = standing(LIQUIBASE.formatted(", libraries: [none/*.jar]"));

        assertThat(failures(report))
                .containsExactly(
                        "UNVERIFIED revision/edited changelog.xml::1::max",
                        "UNVERIFIED revision/edited changelog.xml::2::max",
                        "UNVERIFIED revision/edited more.sql::1::ann");
        assertThat(edited(report, "more.sql::1::ann").message()).contains("only Liquibase can compute");
        assertThat(Trial.finding(report, "revision/applied", "revisions").verdict())
                .isEqualTo(Verdict.PASSED);
    }
}
