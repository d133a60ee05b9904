package org.pgassay.check.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.check.claim.Quantity;
import org.pgassay.check.claim.Totals;
import org.pgassay.migration.staged.StagePlan;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Spec.Migrations;
import org.pgassay.spec.Spec.Migrations.Stage;
import org.pgassay.spec.Suggestions;

/** What is wrong with stages beyond what the JSON Schema can say. */
final class StageProblems {

    private final Spec spec;
    private final Migrations migrations;
    private final List<Problem> problems = new ArrayList<>();

    private StageProblems(Spec spec) {
        this.spec = spec;
        this.migrations = spec.migrations();
    }

    static List<Problem> of(Spec spec) {
        StageProblems found = new StageProblems(spec);
        List<Stage> stages = found.migrations.stages();
        if (found.migrations.runner() == Migrations.Runner.SQL) {
            found.rollback(stages);
            if (!stages.isEmpty()) {
                found.names(stages);
                stages.forEach(found::errors);
                stages.forEach(found::adds);
                found.files(stages);
            }
        }
        return found.problems;
    }

    private void names(List<Stage> stages) {
        Map<String, Location> known = new HashMap<>();
        for (Stage stage : stages) {
            String name = stage.name().text();
            Location first = known.putIfAbsent(name, stage.name().location());
            if (first != null) {
                add(
                        stage.name().location(),
                        "a stage of the name '" + name + "' stands at line " + first.line() + " already; rename one");
            }
        }
    }

    /** Of two entries that are the same, the second never comes to anything. */
    private void errors(Stage stage) {
        Set<String> known = new LinkedHashSet<>();
        for (Migrations.ExpectedError error : stage.errors()) {
            SourceText object = error.object();
            for (SourceText code : error.code()) {
                String key = code.text() + " " + (object == null ? "" : object.text());
                if (!known.add(key)) {
                    add(code.location(), "the error " + key.strip() + " is stated twice for this stage");
                }
            }
        }
    }

    private void adds(Stage stage) {
        stage.adds().forEach((measure, quantity) -> {
            if (!Totals.ids().contains(measure)) {
                add(
                        quantity.location(),
                        "unknown measure '" + measure + "'" + Suggestions.didYouMean(measure, Totals.ids())
                                + "; known: " + String.join(", ", Totals.ids()));
                return;
            }
            try {
                if (Quantity.parse(quantity.text()).percent()) {
                    add(quantity.location(), "'" + quantity.text() + "' is a share of nothing; state a number");
                }
            } catch (IllegalArgumentException e) {
                add(quantity.location(), String.valueOf(e.getMessage()));
            }
        });
    }

    private void rollback(List<Stage> stages) {
        Node plan = migrations.rollback();
        if (plan == null) {
            return;
        } else if (spec.document().descend(List.of("migrations", "stages")) == null) {
            add(plan.location(), "the key 'rollback' is for stages; without them X.down.sql undoes X.sql");
            return;
        }
        String downTo = StageFamily.downTo(plan);
        int from = 0;
        for (int i = 0; i < stages.size(); i++) {
            from = stages.get(i).name().text().equals(downTo) ? i + 1 : from;
        }
        if (downTo != null && from == 0) {
            List<String> names =
                    stages.stream().map(stage -> stage.name().text()).toList();
            add(
                    plan.location(),
                    "there is no stage '" + downTo + "'" + Suggestions.didYouMean(downTo, names) + "; there are "
                            + String.join(", ", names));
            return;
        }
        for (Stage stage : stages.subList(from, stages.size())) {
            if (stage.rollback() == null) {
                add(
                        stage.name().location(),
                        "the stage '" + stage.name().text()
                                + "' has no rollback, and the plan is to undo it; name the file under its key"
                                + " 'rollback', or state in the plan down to which stage one can go");
            }
        }
        if (downTo != null && from == stages.size()) {
            add(plan.location(), "no stage comes after '" + downTo + "', so that there is nothing to undo");
        }
    }

    private void files(List<Stage> stages) {
        SourceText path = migrations.path();
        if (path == null) {
            return;
        }
        Path parent = spec.file().getParent();
        Path folder = parent == null ? Path.of(path.text()) : parent.resolve(path.text());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            for (StagePlan.Fault fault :
                    StagePlan.of(folder, StageFamily.wanted(stages)).faults()) {
                add(location(stages, path, fault), fault.message());
            }
        } catch (IOException e) {
            add(path.location(), "the migrations cannot be read: " + e.getMessage());
        }
    }

    private static Location location(List<Stage> stages, SourceText path, StagePlan.Fault fault) {
        if (fault.stage() == StagePlan.Fault.FOLDER) {
            return path.location();
        }
        Stage stage = stages.get(fault.stage());
        SourceText rollback = stage.rollback();
        if (fault.pattern() == StagePlan.Fault.ROLLBACK) {
            return rollback == null ? stage.location() : rollback.location();
        }
        return stage.files().get(fault.pattern()).location();
    }

    private void add(Location location, String message) {
        problems.add(new Problem(location, message));
    }
}
