package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pgassay graph}: a drawing, the faults, and an exit code that says whether there are any. */
class GraphCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        revision("a", "None", "First");
        revision("b", "'a'", "Left <b> & co");
        revision("c", "'a'", "Right");
        revision("d", "('b', 'c')", "Merge");
    }

    private void revision(String id, String down, String title) throws IOException {
        Files.writeString(
                folder.resolve("versions").resolve(id + ".py"),
                "\"\"\"" + title + "\"\"\"\nrevision = '" + id + "'\ndown_revision = " + down + "\n");
    }

    @Test
    void aTreeIsDrawnInTheTerminal() {
        Call call = Call.of("graph", folder.toString());

        assertThat(call.exit()).isZero();
        assertThat(call.out())
                .contains("●  a  First  (root)\n├─╮\n● │  b  Left <b> & co\n")
                .contains("merges 2, head")
                .contains("4 revisions, 1 root, 1 head, no fault");
    }

    @Test
    void faultsAreListedWithTheirFiles() throws IOException {
        revision("e", "'x'", "Lost");

        Call call = Call.of("graph", folder.toString());

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("missing-parent  e", "versions/e.py:2", "heads  heads", "missing: x");
        assertThat(Call.of("graph", folder.toString(), "--format", "svg").exit())
                .isEqualTo(1);
    }

    @Test
    void theDrawingIsWellFormed() throws Exception {
        Path file = folder.resolve("graph.svg");
        Call call = Call.of("graph", folder.toString(), "--format", "svg", "--output", file.toString());

        assertThat(call.exit()).isZero();
        String svg = Files.readString(file);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("circle")
                        .getLength())
                .isEqualTo(4);
        assertThat(svg).contains("<title id=\"graph-title\">", "Left &lt;b&gt; &amp; co", "d follows b, c.");
    }

    @Test
    void jsonHoldsTheGraphAndItsFaults() throws IOException {
        revision("e", "'a'", "Second head");

        JsonNode json = new ObjectMapper()
                .readTree(
                        Call.of("graph", folder.toString(), "--format", "json").out());

        assertThat(json.path("heads")).hasSize(2);
        assertThat(json.path("revisions")).hasSize(5);
        assertThat(json.path("faults").get(0).path("fault").asText()).isEqualTo("heads");
        assertThat(Call.of("graph", folder.toString(), "--heads", "2").exit()).isZero();
    }

    @Test
    void aLockIsWrittenAndHeld() throws IOException {
        assertThat(Call.of("graph", folder.toString(), "--lock").exit()).isZero();
        assertThat(Call.of("graph", folder.toString()).exit()).isZero();
        revision("a", "None", "First, edited");

        Call call = Call.of("graph", folder.toString(), "--lock");

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("edited  a", "revisions.lock:");
        assertThat(Call.of("graph", folder.toString()).exit()).isEqualTo(1);
    }

    @Test
    void aWrongCallIsRefused(@TempDir Path empty) throws IOException {
        assertThat(Call.of("graph").exit()).isEqualTo(3);
        assertThat(Call.of("graph", empty.resolve("nowhere").toString()).exit()).isEqualTo(3);
        assertThat(Call.of("graph", empty.toString()).err()).contains("it is not clear which tool");
        Files.writeString(folder.resolve("versions/f.py"), "revision = compute()\ndown_revision = None\n");
        Call call = Call.of("graph", folder.toString());
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("f.py:1: revision is not stated as a literal");
    }

    @Test
    void aChangelogOfLiquibaseIsReadByItsFolderOrItsName(@TempDir Path liquibase) throws IOException {
        Path changelog = liquibase.resolve("db.changelog-master.yaml");
        Files.writeString(changelog, """
                databaseChangeLog:
                  - changeSet: {id: one, author: ann, comment: The first, changes: [{empty: {}}]}
                  - include: {file: two.sql, relativeToChangelogFile: true}
                """);
        Files.writeString(liquibase.resolve("two.sql"), "--liquibase formatted sql\n--changeset ann:2\nselect 1;\n");

        for (String named : List.of(liquibase.toString(), changelog.toString())) {
            assertThat(Call.of("graph", named).out())
                    .containsSubsequence(
                            "db.changelog-master.yaml::one::ann  The first", "two.sql::2::ann", "no fault");
        }
        assertThat(Call.of("graph", changelog.toString(), "--lock").err()).contains("2 revisions added");
        Files.writeString(liquibase.resolve("two.sql"), "--liquibase formatted sql\n--changeset ann:2\nselect 2;\n");
        assertThat(Call.of("graph", liquibase.toString()).out()).contains("edited  two.sql::2::ann", "two.sql:2");
        assertThat(Call.of("graph", liquibase.resolve("nowhere").toString()).err())
                .contains("there is no folder");
    }

    @Test
    void filesOfFlywayAreKnown(@TempDir Path flyway) throws IOException {
        Files.writeString(flyway.resolve("V1__a.sql"), "select 1");
        Files.writeString(flyway.resolve("V10__c.sql"), "select 1");
        Files.writeString(flyway.resolve("V2__b.sql"), "select 1");
        assertThat(Call.of("graph", flyway.toString()).out()).containsSubsequence("1  a", "2  b", "10  c");

        Files.writeString(flyway.resolve("V2_0__again.sql"), "select 1");
        assertThat(Call.of("graph", flyway.toString()).out())
                .contains("duplicate-id  2", "V2__b.sql:1", "V2_0__again.sql:1");
        Files.writeString(flyway.resolve("V3_slip.sql"), "select 1");
        assertThat(Call.of("graph", flyway.toString()).err()).contains("passes over it in silence");
    }
}
