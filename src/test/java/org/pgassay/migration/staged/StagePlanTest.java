package org.pgassay.migration.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.migration.staged.StagePlan.Fault;
import org.pgassay.migration.staged.StagePlan.Wanted;

/** Every file of staged migrations runs in one stage, in a known order, or is named as what nobody would run. */
class StagePlanTest {

    @TempDir
    private Path folder = Path.of("");

    private StagePlan plan(Wanted... wanted) throws IOException {
        return StagePlan.of(folder, List.of(wanted));
    }

    private static Wanted stage(String name, String... patterns) {
        return new Wanted(name, Arrays.asList(patterns), null);
    }

    private static Wanted undone(String name, @Nullable String rollback, String... patterns) {
        return new Wanted(name, Arrays.asList(patterns), rollback);
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "select 1;");
        }
    }

    private List<String> names(StagePlan plan, int stage) {
        return plan.files().get(stage).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static List<String> faults(StagePlan plan) {
        return plan.faults().stream().map(Fault::message).toList();
    }

    @Test
    void patternsCountInTheirOrderAndTheirFilesInNaturalOrder() throws IOException {
        files("a/10_x.sql", "a/2_x.sql", "a/last.sql", "a/first.sql", "b/c/d.sql", "b/1.SQL", "b/notes.txt");

        StagePlan plan = plan(stage("a", "a/first.sql", "a/[0-9]*.sql", "a/*.sql"), stage("b", "b/*.SQL", "**/d.sql"));

        assertThat(plan.faults()).isEmpty();
        assertThat(names(plan, 0)).containsExactly("a/first.sql", "a/2_x.sql", "a/10_x.sql", "a/last.sql");
        assertThat(names(plan, 1)).containsExactly("b/1.SQL", "b/c/d.sql");
    }

    @Test
    void whatUndoesAStageIsNoFileOfAnyStage() throws IOException {
        files("a/1.sql", "a/rollback.sql", "b/1.sql");

        StagePlan plan = plan(undone("a", "a/rollback.sql", "a/*.sql"), undone("b", null, "b/*.sql"));

        assertThat(plan.faults()).isEmpty();
        assertThat(names(plan, 0)).containsExactly("a/1.sql");
    }

    @Test
    void aPatternThatMatchesNothingIsAFaultOfThatPattern() throws IOException {
        files("a/1.sql", "a/readme.md");

        assertThat(plan(stage("a", "a/*.sql"), stage("b", "b/*.sql", "a/*.md")).faults())
                .containsExactly(
                        new Fault(1, 0, "'b/*.sql' matches no *.sql file in " + folder),
                        new Fault(1, 1, "'a/*.md' matches no *.sql file in " + folder));
    }

    @Test
    void aFileRunsInOneStage() throws IOException {
        files("a/1.sql");

        assertThat(faults(plan(stage("a", "a/*.sql"), stage("b", "**.sql"))))
                .containsExactly("'a/1.sql' belongs to stage a already; a file runs in one stage");
    }

    @Test
    void aFileThatUndoesByItsNameIsNotRun() throws IOException {
        files("a/1.sql", "a/1.down.sql");

        StagePlan plan = plan(stage("a", "a/*.sql"));

        assertThat(names(plan, 0)).containsExactly("a/1.sql");
        assertThat(faults(plan))
                .containsExactly(
                        "'a/1.down.sql' undoes something, by its name; name it under 'rollback', or rename it");
    }

    @Test
    void filesThatNobodyNamesAreFoundInTheFolderAndBesideThoseOfStages() throws IOException {
        files("1.sql", "2.sql", "a/1.sql", "a/x.sql", "legacy/1.sql");

        assertThat(plan(stage("a", "a/1.sql")).faults())
                .extracting(Fault::stage, Fault::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Fault.FOLDER,
                                "no stage names 1.sql, 2.sql, so nothing would run it; add it to a stage, or move it"
                                        + " elsewhere"),
                        org.assertj.core.groups.Tuple.tuple(
                                Fault.FOLDER,
                                "no stage names a/x.sql, so nothing would run it; add it to a stage, or move it"
                                        + " elsewhere"));
    }

    @Test
    void rollbacksMustBeThereAndBeOfOneStage() throws IOException {
        files("a/1.sql", "a/r.sql", "b/1.sql", "c/1.sql");

        assertThat(plan(
                                undone("a", "a/r.sql", "a/*.sql"),
                                undone("b", "a/./r.sql", "b/*.sql"),
                                undone("c", "c/r.sql", "c/*.sql"))
                        .faults())
                .containsExactly(
                        new Fault(1, Fault.ROLLBACK, "'a/./r.sql' is what undoes stage a already"),
                        new Fault(2, Fault.ROLLBACK, "the file 'c/r.sql' does not exist in " + folder));
    }

    @Test
    void nothingLeadsOutOfTheFolderAndNoPatternIsBroken() throws IOException {
        files("a/1.sql");

        assertThat(faults(plan(undone("a", "/etc/passwd", "a/*.sql", "../a/*.sql", "a/[.sql"))))
                .containsExactly(
                        "'/etc/passwd' leads out of the folder of the migrations; name what lies below it",
                        "'../a/*.sql' leads out of the folder of the migrations; name what lies below it",
                        "'a/[.sql' is no pattern of files: Missing ']");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
        files("a/1.sql");
        Files.createSymbolicLink(folder.resolve("a/2.sql"), Path.of("gone.sql"));

        assertThat(faults(plan(stage("a", "a/*.sql"))))
                .containsExactly(folder.resolve("a/2.sql")
                        + " is no file, or a link that leads to none; mend the link, or delete it");
    }
}
