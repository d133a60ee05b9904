package org.pgassay.check.stage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.migration.staged.StagePlan;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Spec.Migrations.Stage;

/** What must hold of the stages of SQL files. They are stated in {@code migrations}, which every spec has. */
public final class StageFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of();
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return StageProblems.of(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        return List.of();
    }

    /** What a spec writes of stages, without where it stands. */
    public static List<StagePlan.Wanted> wanted(List<Stage> stages) {
        return stages.stream()
                .map(stage -> new StagePlan.Wanted(
                        stage.name().text(),
                        stage.files().stream().map(SourceText::text).toList(),
                        Optional.ofNullable(stage.rollback())
                                .map(SourceText::text)
                                .orElse(null)))
                .toList();
    }

    /** The last stage that stays when the others are rolled back; null if none does. */
    static @Nullable String downTo(Node plan) {
        return plan instanceof Node.Mapping mapping
                        && mapping.get("downTo").orElse(null) instanceof Node.Scalar stage
                ? stage.value()
                : null;
    }
}
