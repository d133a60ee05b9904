package org.pgassay.check.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.check.claim.Quantity;
import org.pgassay.migration.staged.StagePlan;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Spec.Migrations.ExpectedError;
import org.pgassay.spec.Spec.Migrations.Stage;

/** What must hold of the stages of SQL files. They are stated in {@code migrations}, which every spec has. */
public final class StageFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(StageErrors.ID, StageErrors.class),
                new CheckKind(StageAdds.ID, StageAdds.class),
                new CheckKind(StageRerun.ID, StageRerun.class),
                new CheckKind(StageSurvives.ID, StageSurvives.class),
                new CheckKind(StageRollback.ID, StageRollback.class),
                new CheckKind(StageRollbackPlan.ID, StageRollbackPlan.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return StageProblems.of(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Stage> stages = spec.migrations().stages();
        StageTrials trials = trials(spec);
        Names names = new Names(spec.schemas());
        List<Check> checks = new ArrayList<>();
        stages.forEach(stage -> checks.addAll(checks(stage, trials, names)));
        Node plan = spec.migrations().rollback();
        if (plan != null) {
            checks.add(new StageRollbackPlan(trials, names, plan.location()));
        }
        return checks;
    }

    private static List<Check> checks(Stage stage, StageTrials trials, Names names) {
        String name = stage.name().text();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < stage.errors().size(); i++) {
            ExpectedError error = stage.errors().get(i);
            String says = error.says().text();
            checks.add(new StageErrors(name, i, words(error), says, stage.rerun(), trials, error.location()));
        }
        stage.adds()
                .forEach((measure, quantity) -> checks.add(
                        new StageAdds(name, measure, Quantity.parse(quantity.text()), trials, quantity.location())));
        if (stage.rerun()) {
            checks.add(new StageRerun(name, trials, names, stage.location()));
        }
        if (stage.whole()) {
            checks.add(new StageSurvives(name, trials, names, stage.location()));
        }
        SourceText rollback = stage.rollback();
        if (rollback != null) {
            checks.add(new StageRollback(name, trials, names, rollback.location()));
        }
        return checks;
    }

    /** An error as messages name it, such as {@code 42P07 of unique_wishlist_item}. */
    private static String words(ExpectedError error) {
        SourceText object = error.object();
        return error.code().stream().map(SourceText::text).collect(Collectors.joining(" or "))
                + (object == null ? "" : " of " + object.text());
    }

    /** What is tried with the stages: once for all checks. */
    private static StageTrials trials(Spec spec) {
        List<Stage> stages = spec.migrations().stages();
        Node plan = spec.migrations().rollback();
        List<String> names = stages.stream().map(stage -> stage.name().text()).toList();
        return new StageTrials(
                stages.stream()
                        .filter(Stage::rerun)
                        .map(stage -> stage.name().text())
                        .collect(Collectors.toSet()),
                stages.stream()
                        .filter(stage -> stage.rollback() != null)
                        .map(stage -> stage.name().text())
                        .collect(Collectors.toSet()),
                plan == null ? List.of() : names.subList(names.indexOf(downTo(plan)) + 1, names.size()));
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
        return plan instanceof Node.Mapping mapping && mapping.get("downTo").orElse(null) instanceof Node.Scalar stage
                ? stage.value()
                : null;
    }
}
