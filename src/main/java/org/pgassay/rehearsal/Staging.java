package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.check.Rehearsals.Aftermath;
import org.pgassay.check.Rehearsals.RolledBack;
import org.pgassay.check.Rehearsals.StageTrials;
import org.pgassay.check.Rehearsals.StageTried;
import org.pgassay.check.Rehearsals.StagesTried;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.staged.StagedFiles;

/** Applies stages one after the other, and has each fail, runs it again and rolls it back in between. */
final class Staging {

    private final Stage stage;
    private final StagedFiles runner;
    private final List<Revision> order;

    Staging(Stage stage) {
        if (!(stage.runner() instanceof StagedFiles staged)) {
            throw new IllegalArgumentException(stage.runner().description() + " has no stages");
        }
        this.stage = stage;
        this.runner = staged;
        this.order = stage.order();
    }

    /** How a database is at a time. */
    private record State(Catalog catalog, Contents rows, Map<String, Long> totals) {

        static State of(Experiment experiment) throws SQLException {
            Catalog catalog = experiment.catalog();
            return new State(catalog, experiment.contents(catalog), experiment.totals());
        }

        /** How a database differs from it. */
        Aftermath aftermath(
                Experiment experiment, MigrationRun.@Nullable Failure failure, List<MigrationRun.Refused> refused)
                throws SQLException {
            Catalog now = experiment.catalog();
            return new Aftermath(
                    failure, Difference.of(catalog, now), Losses.changes(rows, experiment.contents(now)), refused);
        }

        boolean sameAs(State other) {
            return Difference.of(catalog, other.catalog).isEmpty()
                    && Losses.changes(rows, other.rows).isEmpty();
        }

        Map<String, Long> addedTo(State before) {
            Map<String, Long> added = new LinkedHashMap<>();
            totals.forEach((measure, count) -> added.put(measure, count - before.totals.getOrDefault(measure, 0L)));
            return added;
        }
    }

    StagesTried run(StageTrials trials) throws SQLException {
        List<StageTried> tried = new ArrayList<>();
        List<State> states = new ArrayList<>();
        try (Walk walk = new Walk(stage)) {
            walk.restart(List.of());
            states.add(State.of(walk.experiment()));
            for (int i = 0; i < order.size(); i++) {
                tried.add(tried(walk, i, states, trials));
            }
            return new StagesTried(tried, plan(walk.experiment(), states, trials));
        }
    }

    /** The state after the stage becomes the last of the states; the walk is there when it ends. */
    private StageTried tried(Walk walk, int index, List<State> states, StageTrials trials) throws SQLException {
        Revision revision = order.get(index);
        State before = states.get(index);
        Aftermath failing = runner.stages().get(index).whole() ? failing(walk, index, before) : null;
        walk.experiment().upSafely(List.of(revision));
        State after = State.of(walk.experiment());
        states.add(after);
        Aftermath rerun = trials.rerun().contains(revision.id()) ? rerun(walk, index, after) : null;
        Aftermath undone = null;
        Aftermath again = null;
        if (trials.undone().contains(revision.id())) {
            undone = undone(walk.experiment(), revision, before);
            again = undone.clean() ? again(walk.experiment(), revision, after) : null;
            if (again == null || !again.clean()) {
                walk.restart(order.subList(0, index + 1));
            }
        }
        return new StageTried(
                revision,
                after.addedTo(before),
                before.sameAs(after),
                failing,
                rerun,
                undone,
                again == null ? null : withoutRows(again));
    }

    private Aftermath failing(Walk walk, int index, State before) throws SQLException {
        Revision revision = order.get(index);
        MigrationRun.Step step = runner.failing(walk.experiment().target(), revision);
        if (!StagedFiles.broughtAbout(step)) {
            throw new UntriedException(
                    "stage " + revision.id() + " applied to the database that is verified, and failed in a second one"
                            + " like it: " + Experiment.reason(step),
                    "Find out what the first run left outside its database, or what differs from run to run.");
        }
        Aftermath failing = before.aftermath(walk.experiment(), null, step.refused());
        if (!failing.clean()) {
            walk.restart(order.subList(0, index));
        }
        return failing;
    }

    private Aftermath rerun(Walk walk, int index, State after) throws SQLException {
        MigrationRun.Step step = walk.experiment().step(order.get(index));
        Aftermath rerun = after.aftermath(walk.experiment(), step.failure(), step.refused());
        if (!rerun.clean()) {
            walk.restart(order.subList(0, index + 1));
        }
        return rerun;
    }

    private static Aftermath undone(Experiment experiment, Revision revision, State before) throws SQLException {
        Optional<MigrationRun.Step> refused = experiment.down(List.of(revision));
        return before.aftermath(experiment, refused.map(Experiment::failure).orElse(null), List.of());
    }

    private static Aftermath again(Experiment experiment, Revision revision, State after) throws SQLException {
        MigrationRun.Step step = experiment.step(revision);
        return after.aftermath(experiment, step.failure(), step.refused());
    }

    /** Rows that are put in once more may have other numbers: a sequence does not go back. */
    private static Aftermath withoutRows(Aftermath again) {
        return new Aftermath(again.failure(), again.schema(), List.of(), again.refused());
    }

    private List<RolledBack> plan(Experiment experiment, List<State> states, StageTrials trials) throws SQLException {
        List<RolledBack> back = new ArrayList<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Revision revision = order.get(i);
            if (!trials.plan().contains(revision.id())) {
                break;
            }
            Aftermath aftermath = undone(experiment, revision, states.get(i));
            back.add(new RolledBack(revision, aftermath));
            if (!aftermath.clean()) {
                break;
            }
        }
        return back;
    }
}
