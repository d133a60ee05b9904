package org.pgassay.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pgassay.check.Glob;
import org.pgassay.check.stage.StageFamily;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.MigrationRunner;
import org.pgassay.migration.staged.ExpectedError;
import org.pgassay.migration.staged.Stage;
import org.pgassay.migration.staged.StagePlan;
import org.pgassay.migration.staged.StagedFiles;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Makes the runner of the stages that a spec states. */
final class StagedSpec {

    private StagedSpec() {}

    /**
     * The stages over the files of a folder.
     *
     * @throws MigrationException if the files are no longer those that the spec was read with
     * @throws IOException if they cannot be read
     */
    static MigrationRunner runner(List<Spec.Migrations.Stage> stated, Path folder) throws IOException {
        StagePlan plan = StagePlan.of(folder, StageFamily.wanted(stated));
        if (!plan.faults().isEmpty()) {
            throw new MigrationException(
                    plan.faults().stream().map(StagePlan.Fault::message).toList());
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            stages.add(stage(stated.get(i), plan.files().get(i), folder));
        }
        return new StagedFiles(stages);
    }

    private static Stage stage(Spec.Migrations.Stage stated, List<Path> files, Path folder) {
        SourceText rollback = stated.rollback();
        return new Stage(
                stated.name().text(),
                files,
                stated.whole(),
                stated.errors().stream().map(StagedSpec::error).toList(),
                rollback == null ? null : folder.resolve(rollback.text()));
    }

    private static ExpectedError error(Spec.Migrations.ExpectedError stated) {
        Set<String> codes = stated.code().stream().map(SourceText::text).collect(Collectors.toSet());
        SourceText object = stated.object();
        Predicate<String> names = object == null ? name -> true : Glob.of(object.text())::matches;
        return new ExpectedError(codes, names);
    }
}
