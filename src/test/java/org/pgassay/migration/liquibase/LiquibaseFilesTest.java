package org.pgassay.migration.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.liquibase.LiquibaseCalls.Changelog;

/** What is read of a changelog is what Liquibase makes of it. */
class LiquibaseFilesTest {

    private static final String HEAD = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                  http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    @TempDir
    Path folder = Path.of("");

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> byLiquibase(Path root, String file) throws Exception {
        return new DirectCalls()
                .changeSets(new Changelog(root, file, Map.of())).stream()
                        .map(each -> each.id() + " " + each.undoable())
                        .toList();
    }

    private static List<String> here(Path root, String file) throws IOException {
        return LiquibaseFiles.listing(root, file).stream()
                .filter(StatedChangeSet::selected)
                .map(each -> each.id() + " " + each.undoable())
                .toList();
    }

    @Test
    void keycloaksChangelogsAreReadAsLiquibaseReadsThem() throws Exception {
        Path jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("keycloak-model-jpa"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
        Files.createDirectories(folder.resolve("META-INF"));
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(inside.getPath("META-INF"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                Files.copy(file, folder.resolve("META-INF/" + file.getFileName()));
            }
        }
        String master = "META-INF/jpa-changelog-master.xml";

        assertThat(here(folder, master)).hasSizeGreaterThan(150).containsExactlyElementsOf(byLiquibase(folder, master));
    }

    @Test
    void everyFormIsReadAsLiquibaseReadsIt() throws Exception {
        write("db/changelog-master.xml", HEAD + """
                  <preConditions><dbms type="postgresql"/></preConditions>
                  <changeSet id="1" author="max">
                    <comment>The
                      first</comment>
                    <createTable tableName="a"><column name="id" type="int"/></createTable>
                  </changeSet>
                  <changeSet id="2" author="max"><sql>select 1</sql><rollback/></changeSet>
                  <changeSet id="3" author="max" dbms="oracle, !h2"><dropTable tableName="a"/></changeSet>
                  <changeSet id="4" author="max" dbms="!oracle" context="demo"><dropTable tableName="a"/></changeSet>
                  <changeSet id="5" author="max" ignore="true"><dropTable tableName="a"/></changeSet>
                  <changeSet id="6" author="max" runOrder="last"><sql>select 6</sql></changeSet>
                  <changeSet id="7" author="max" logicalFilePath="else/where.xml"><empty/></changeSet>
                  <changeSet id="8" author="max"><addColumn tableName="a"><column name="x" type="int"/></addColumn>
                    <dropTable tableName="a"/></changeSet>
                  <changeSet id="9" author="max"/>
                  <changeSet id="10" author="max" runOrder="first"><tagDatabase tag="x"/></changeSet>
                  <include file="parts/more.yaml" relativeToChangelogFile="true"/>
                  <includeAll path="all" relativeToChangelogFile="false"/>
                </databaseChangeLog>
                """);
        write("db/parts/more.yaml", """
                databaseChangeLog:
                  - preConditions: [{dbms: {type: postgresql}}]
                  - changeSet:
                      id: 1
                      author: eva
                      changes:
                        - createTable: {tableName: b, columns: [{column: {name: id, type: int}}]}
                  - changeSet:
                      id: "002"
                      author: eva
                      changes: [{sql: {sql: "select 1"}}]
                      rollback: select 2
                  - changeSet: {id: three, author: eva, changes: [{sql: {sql: "select 1"}}]}
                  - include: {file: ../last.json, relativeToChangelogFile: true}
                """);
        write("db/last.json", """
                {"databaseChangeLog": [
                  {"changeSet": {"id": "1", "author": "json", "changes": [{"createIndex": {"tableName": "a",
                  "indexName": "i", "columns": [{"column": {"name": "id"}}]}}]}}
                ]}
                """);
        write("db/all/b.sql", """
                --liquibase formatted sql

                --changeset ann:1 dbms:postgresql
                --comment: Makes c
                create table c (id int);
                --rollback drop table c;

                --changeset ann:2 dbms:oracle
                create table d (id int);
                -- changeset "ann b":"id 3" runOnChange:true splitStatements:false
                create or replace view v as select 1;
                --changeset ann:4
                select 1;
                /* liquibase rollback
                select 2;
                */
                --changeset ann:5 logicalFilePath:named.sql
                select 1;
                --rollback not required
                """);
        write("db/all/a.sql", "select 'raw';\n");
        write(
                "db/all/nested/z.xml",
                HEAD.replace("<databaseChangeLog", "<databaseChangeLog logicalFilePath=\"logical.xml\"")
                        + "<changeSet id=\"z\" author=\"max\"><dropTable tableName=\"q\"/></changeSet></databaseChangeLog>");
        write("db/all/readme.txt", "no changelog");
        Path db = folder.resolve("db");
        Path twin = inXml(db);

        assertThat(here(db, "changelog-master.xml"))
                .containsExactlyElementsOf(byLiquibase(twin, "changelog-master.xml"))
                .isEqualTo(here(twin, "changelog-master.xml"));
        assertThat(LiquibaseFiles.read(db).revisions())
                .extracting(Revision::id)
                .hasSize(18)
                .startsWith("changelog-master.xml::10::max")
                .endsWith("changelog-master.xml::6::max");
        assertThat(new LiquibaseRunner(twin.resolve("changelog-master.xml"), Map.of(), List.of())
                        .graph()
                        .revisions())
                .extracting(each -> each.id() + each.line() + each.checksum())
                .isEqualTo(LiquibaseFiles.read(twin).revisions().stream()
                        .map(each -> each.id() + each.line() + each.checksum())
                        .toList());
        assertThat(LiquibaseFiles.read(db).revisions().get(1).title()).isEqualTo("The first");
    }

    /** The same without YAML and JSON: Liquibase reads these by a library that is no part of pgAssay's build. */
    private Path inXml(Path db) throws IOException {
        Path twin = folder.resolve("twin");
        for (String name : List.of("all/a.sql", "all/b.sql", "all/nested/z.xml")) {
            write("twin/" + name, Files.readString(db.resolve(name)));
        }
        write(
                "twin/changelog-master.xml",
                Files.readString(db.resolve("changelog-master.xml")).replace("more.yaml", "more.xml"));
        write(
                "twin/parts/more.xml",
                HEAD.replace("<databaseChangeLog", "<databaseChangeLog logicalFilePath=\"parts/more.yaml\"") + """
                  <changeSet id="1" author="eva">
                    <createTable tableName="b"><column name="id" type="int"/></createTable>
                  </changeSet>
                  <changeSet id="002" author="eva"><sql>select 1</sql><rollback>select 2</rollback></changeSet>
                  <changeSet id="three" author="eva"><sql>select 1</sql></changeSet>
                  <include file="../last.xml" relativeToChangelogFile="true"/>
                </databaseChangeLog>
                """);
        write(
                "twin/last.xml",
                HEAD.replace("<databaseChangeLog", "<databaseChangeLog logicalFilePath=\"last.json\"") + """
                  <changeSet id="1" author="json">
                    <createIndex tableName="a" indexName="i"><column name="id"/></createIndex>
                  </changeSet>
                </databaseChangeLog>
                """);
        return twin;
    }

    @Test
    void whatIsUndoneByItselfIsWhatLiquibaseUndoes() {
        Set<String> reversible = new TreeSet<>();
        ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
        for (String name : factory.getDefinedChanges()) {
            Change change = factory.create(name);
            try {
                if (change.supportsRollback(new PostgresDatabase())) {
                    reversible.add(name);
                }
            } catch (RuntimeException e) {
                // It needs its values to tell: the examples above hold it.
                assertThat(List.of("addColumn", "customChange", "addLookupTable"))
                        .contains(name);
            }
        }
        Set<String> stated = new TreeSet<>(StatedChanges.REVERSIBLE);
        stated.remove("addColumn");

        reversible.remove("addColumn");
        assertThat(stated).isEqualTo(reversible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<changeSet id='1' author='a${b}'/> | changelog.xml:6: what changelog.xml::1::a${b} is, only Liquibase",
                "<changeSet author='a'/> | changelog.xml:6: the change set has no id",
                "<include file='gone.xml'/> | changelog.xml:6: the changelog gone.xml is not there",
                "<include file='changelog.xml'/> | changelog.xml:6: the changelog changelog.xml includes itself",
                "<include file='a.txt'/> | is no changelog that can be read",
                "<include file='id.yaml'/> | id.yaml:3: the id 001 is another one to Liquibase",
                "<include file='dup.yaml'/> | dup.yaml:1: duplicate key",
                "<include file='set.sql'/> | set.sql:2: the line begins a change set and does not say which",
                "<include file='dtd.xml'/> | dtd.xml:1: the changelog cannot be read: DOCTYPE is disallowed",
                "<include file='beans.xml'/> | beans.xml:1: this is no changelog, but beans",
                "<includeAll path='all' filter='org.Filter'/> | changelog.xml:6: which files includeAll takes by 'filter'",
                "<includeAll path='none'/> | changelog.xml:6: includeAll finds no changelog in none",
                "<changeSet> | changelog.xml:7: the changelog cannot be read",
                "<property name='a' value='b'/> | holds no change set for PostgreSQL",
            })
    void whatOnlyLiquibaseCanTellIsRefusedAtItsLine(String entry, String reason) throws IOException {
        write("changelog.xml", HEAD + "\n" + entry + "\n</databaseChangeLog>\n");
        write("a.txt", "x");
        write("id.yaml", "databaseChangeLog:\n- changeSet:\n    id: 001\n    author: eva\n");
        write("dup.yaml", "databaseChangeLog: [{changeSet: {id: a, id: b}}]\n");
        write("set.sql", "--liquibase formatted sql\n--changeset ann\n");
        write(
                "dtd.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><databaseChangeLog>&e;</databaseChangeLog>");
        write("beans.xml", "<beans/>");

        assertThatThrownBy(() -> LiquibaseFiles.read(folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aChangeSetsChecksumIsOfWhatItDoes() throws IOException {
        String set = "<changeSet id=\"1\" author=\"a\"><sqlFile path=\"x.sql\" encoding=\"utf8\"/></changeSet>";
        write("changelog.xml", HEAD + set + "</databaseChangeLog>");
        write("x.sql", "select 1;\n");
        String before = checksum();

        write("changelog.xml", HEAD + "\n\n" + set.replace("><sql", ">\n  <sql") + "</databaseChangeLog>");
        write("x.sql", "select 1;\r\n");
        assertThat(checksum()).as("layout").isEqualTo(before);
        write("x.sql", "select 2;\n");
        assertThat(checksum()).as("the file that it runs").isNotEqualTo(before);
    }

    private String checksum() throws IOException {
        return LiquibaseFiles.read(folder).revisions().get(0).checksum();
    }

    @Test
    void severalRootChangelogsAreNotGuessedAt() throws IOException {
        write("changelog.xml", HEAD + "</databaseChangeLog>");
        write("db.changelog-master.yaml", "databaseChangeLog: []");

        assertThatThrownBy(() -> LiquibaseFiles.read(folder)).hasMessageContaining("Name the file itself");
    }
}
