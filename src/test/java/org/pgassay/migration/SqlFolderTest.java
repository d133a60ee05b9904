package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder's files become revisions, and none is passed over in silence. */
class SqlFolderTest {

    @TempDir
    Path folder = Path.of("");

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "select 1;");
        }
    }

    private List<String> ids() throws IOException {
        return SqlFolder.read(folder).stream().map(Revision::id).toList();
    }

    @Test
    void revisionsRunInNaturalOrder() throws IOException {
        files("10_c.sql", "2_b.sql", "1_a.sql");

        assertThat(ids()).containsExactly("1_a", "2_b", "10_c");
    }

    @Test
    void aDownFileBelongsToItsRevision() throws IOException {
        files("1.sql", "1.down.sql", "2.up.sql", "2.down.sql", "3.sql");

        List<Revision> revisions = SqlFolder.read(folder);

        assertThat(revisions).extracting(Revision::id).containsExactly("1", "2", "3");
        assertThat(revisions)
                .extracting(Revision::down)
                .containsExactly(folder.resolve("1.down.sql"), folder.resolve("2.down.sql"), null);
        assertThat(revisions.get(1).file()).isEqualTo(folder.resolve("2.up.sql"));
    }

    @Test
    void anEndingInUpperCaseCountsToo() throws IOException {
        files("1.SQL", "2.Up.Sql", "2.DOWN.sql");

        assertThat(SqlFolder.read(folder)).extracting(Revision::id).containsExactly("1", "2");
        assertThat(SqlFolder.read(folder).get(1).down()).isNotNull();
    }

    @Test
    void aDownFileWithoutARevisionIsRefused() throws IOException {
        files("1.sql", "2.down.sql");

        assertThatThrownBy(() -> SqlFolder.read(folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("2.down.sql")
                .hasMessageContaining("Add the matching");
    }

    @Test
    void twoFilesOfOneRevisionAreRefusedWithBothNames() throws IOException {
        files("1.sql", "1.up.sql");

        assertThatThrownBy(() -> SqlFolder.read(folder))
                .hasMessageContaining("1.sql")
                .hasMessageContaining("1.up.sql");
    }

    @Test
    void twoFilesThatUndoOneRevisionAreRefused() throws IOException {
        files("1.sql", "1.down.sql", "1.DOWN.SQL");

        assertThatThrownBy(() -> SqlFolder.read(folder))
                .hasMessageContaining("1.down.sql")
                .hasMessageContaining("1.DOWN.SQL");
    }

    @Test
    void aFolderWithoutSqlIsRefused() throws IOException {
        files("readme.md", "sub/1.sql", "1.sql.bak");

        assertThatThrownBy(() -> SqlFolder.read(folder)).hasMessageContaining("holds no *.sql file");
    }

    @Test
    void foldersWithinAreNotRead() throws IOException {
        files("1.sql", "archive/0.sql", "x.sql/2.sql");

        assertThat(ids()).containsExactly("1");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefusedAndNotPassedOver() throws IOException {
        files("1.sql");
        Files.createSymbolicLink(folder.resolve("2.sql"), folder.resolve("gone.sql"));

        assertThatThrownBy(() -> SqlFolder.read(folder))
                .hasMessageContaining("2.sql")
                .hasMessageContaining("no file");
    }

    @Test
    void aLinkToAFileIsAFile() throws IOException {
        files("1.sql", "elsewhere/x");
        Files.createSymbolicLink(folder.resolve("2.sql"), folder.resolve("elsewhere/x"));

        assertThat(ids()).containsExactly("1", "2");
    }
}
