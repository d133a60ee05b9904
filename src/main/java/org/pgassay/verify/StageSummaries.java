package org.pgassay.verify;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Evidence;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.stage.StageAccounts;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.staged.Stage;
import org.pgassay.migration.staged.StagedFiles;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Examination.Examined;
import org.pgassay.verify.Report.RevisionSummary;

/** Sums up what is known of stages. */
final class StageSummaries {

    private final Spec spec;
    private final Subject subject;
    private final Map<String, Map<String, Long>> added;
    private final Function<Path, String> shown;

    /**
     * Sums up the stages of a run.
     *
     * @param shown a file as people write it
     */
    StageSummaries(
            Spec spec, Subject subject, List<Examined> examined, Evidence evidence, Function<Path, String> shown) {
        this.spec = spec;
        this.subject = subject;
        this.shown = shown;
        this.added = examined.stream()
                .filter(StageSummaries::tried)
                .flatMap(each -> StageAccounts.added(each.check(), evidence).stream())
                .findFirst()
                .orElse(Map.of());
    }

    /** Only then the experiment that counts has been held. */
    private static boolean tried(Examined each) {
        return each.check().needs().contains(Need.REHEARSALS)
                && each.findings().stream()
                        .noneMatch(finding ->
                                finding.verdict() == Verdict.ERRORED || finding.verdict() == Verdict.UNVERIFIED);
    }

    /** The revisions, with what is known of those that are stages. */
    List<RevisionSummary> in(List<RevisionSummary> revisions) {
        if (!(subject.runner().orElse(null) instanceof StagedFiles staged)) {
            return revisions;
        }
        Map<String, Stage> stages = staged.stages().stream().collect(Collectors.toMap(Stage::name, stage -> stage));
        return revisions.stream()
                .map(revision -> revision.of(summary(stages.get(revision.id()))))
                .toList();
    }

    private @Nullable StageSummary summary(@Nullable Stage stage) {
        if (stage == null) {
            return null;
        }
        Map<String, Long> differences = new LinkedHashMap<>(added.getOrDefault(stage.name(), Map.of()));
        differences.values().removeIf(count -> count == 0);
        return new StageSummary(
                stage.files().stream().map(shown).toList(), stage.whole(), differences, errors(stage.name()));
    }

    private List<StageSummary.Met> errors(String name) {
        List<String> reasons = spec.migrations().stages().stream()
                .filter(stage -> stage.name().text().equals(name))
                .flatMap(stage -> stage.errors().stream())
                .map(error -> error.says().text())
                .toList();
        return subject.run().steps().stream()
                .filter(step -> step.revision().id().equals(name))
                .flatMap(step -> step.refused().stream())
                .map(refused -> met(refused, reasons))
                .toList();
    }

    private StageSummary.Met met(MigrationRun.Refused refused, List<String> reasons) {
        MigrationRun.Failure failure = refused.failure();
        return new StageSummary.Met(
                shown.apply(Path.of(failure.file())) + ":" + failure.line(),
                failure.message(),
                reasons.get(refused.error()));
    }
}
