package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.check.Rehearsals.Range;
import org.pgassay.check.Rehearsals.Replay;
import org.pgassay.check.Rehearsals.Way;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.alembic.AlembicSql;

/** Applies all revisions in several ways, or twice. */
final class Repeating {

    private static final Difference NONE = new Difference(List.of());

    private final Stage stage;
    private final List<Revision> order;

    Repeating(Stage stage) {
        this.stage = stage;
        this.order = stage.order();
    }

    List<Way> ways(Range range) throws SQLException {
        List<Way> ways = new ArrayList<>();
        try (Walk walk = new Walk(stage)) {
            walk.restart(order);
            Catalog first = walk.experiment().catalog();
            ways.add(new Way("all at once", order.size(), 0, null, null, NONE));
            walk.restart(List.of());
            Way stepwise = stepwise(walk.experiment(), first);
            ways.add(stepwise);
            List<Revision> undone = undoable(range);
            if (!undone.isEmpty()) {
                if (stepwise.failure() != null) {
                    walk.restart(order);
                }
                ways.add(downAndUp(walk.experiment(), undone, first));
            }
        }
        return ways;
    }

    /** Those after the last one that need not be undone. */
    private List<Revision> undoable(Range range) {
        List<Revision> candidates = range.of(order);
        int from = 0;
        for (int i = 0; i < candidates.size(); i++) {
            if (range.except().contains(candidates.get(i).id())) {
                from = i + 1;
            }
        }
        return candidates.subList(from, candidates.size());
    }

    private Way stepwise(Experiment experiment, Catalog first) throws SQLException {
        for (Revision revision : order) {
            Optional<MigrationRun.Step> failed = experiment.up(List.of(revision));
            if (failed.isPresent()) {
                return stopped("one by one", order.size(), 0, failed.get());
            }
        }
        return new Way("one by one", order.size(), 0, null, null, Difference.of(first, experiment.catalog()));
    }

    private Way downAndUp(Experiment experiment, List<Revision> undone, Catalog first) throws SQLException {
        String name = "undone and applied again";
        Optional<MigrationRun.Step> failed = experiment.down(undone);
        if (failed.isEmpty()) {
            failed = experiment.up(undone);
        }
        return failed.isPresent()
                ? stopped(name, order.size(), undone.size(), failed.get())
                : new Way(name, order.size(), undone.size(), null, null, Difference.of(first, experiment.catalog()));
    }

    private static Way stopped(String name, int revisions, int undone, MigrationRun.Step step) {
        return new Way(name, revisions, undone, step.revision(), Experiment.failure(step), NONE);
    }

    Replay replay() throws SQLException {
        if (stage.runner() instanceof AlembicSql) {
            throw new UntriedException(
                    "the SQL that Alembic printed does not ask what is applied already, as Alembic itself does",
                    "Verify where Alembic is installed.");
        }
        try (Experiment experiment = Experiment.open(stage)) {
            experiment.upSafely(order);
            Catalog before = experiment.catalog();
            Contents held = experiment.contents(before);
            Optional<MigrationRun.Step> failed = experiment.up(order);
            Catalog after = experiment.catalog();
            return new Replay(
                    order.size(),
                    failed.map(MigrationRun.Step::revision).orElse(null),
                    failed.map(Experiment::failure).orElse(null),
                    Difference.of(before, after),
                    Losses.changes(held, experiment.contents(after)));
        }
    }
}
