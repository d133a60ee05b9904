package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.check.Rehearsals.Loss;
import org.pgassay.check.Rehearsals.Range;
import org.pgassay.check.Rehearsals.Undone;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;

/** Applies, undoes and applies again one revision after the other, over rows where these can be had. */
final class Reversing {

    private static final int ROWS = 3;

    private static final Difference NONE = new Difference(List.of());

    private final Stage stage;
    private final List<Revision> order;

    Reversing(Stage stage) {
        this.stage = stage;
        this.order = stage.order();
    }

    List<Undone> run(Range range) throws SQLException {
        List<Revision> tried = range.of(order);
        List<Undone> undone = new ArrayList<>();
        try (Walk walk = new Walk(stage)) {
            walk.restart(order.subList(0, order.size() - tried.size()));
            for (Revision revision : tried) {
                int before = order.indexOf(revision);
                Undone each = cycle(walk, before);
                undone.add(each);
                if (!each.clean() && before + 1 < order.size()) {
                    walk.restart(order.subList(0, before + 1));
                }
            }
        }
        return undone;
    }

    private Undone cycle(Walk walk, int index) throws SQLException {
        Revision revision = order.get(index);
        Catalog before = walk.experiment().catalog();
        walk.fill(before, ROWS);
        Contents held = walk.experiment().contents(before);
        String withoutRows = null;
        Optional<MigrationRun.Step> refused = walk.up(revision);
        if (refused.isPresent()) {
            withoutRows = Experiment.reason(refused.get());
            walk.restart(order.subList(0, index));
            before = walk.experiment().catalog();
            held = walk.experiment().contents(before);
            walk.experiment().upSafely(List.of(revision));
        }
        return undone(walk, revision, before, held, withoutRows);
    }

    private static Undone undone(
            Walk walk, Revision revision, Catalog before, Contents held, @Nullable String withoutRows)
            throws SQLException {
        Catalog made = walk.experiment().catalog();
        Optional<MigrationRun.Step> down = walk.down(revision);
        if (down.isPresent()) {
            return new Undone(
                    revision, Experiment.failure(down.get()), NONE, null, NONE, held.count(), List.of(), withoutRows);
        }
        Catalog after = walk.experiment().catalog();
        List<Loss> lost = Losses.between(held, walk.experiment().contents(after));
        Optional<MigrationRun.Step> again = walk.up(revision);
        return new Undone(
                revision,
                null,
                Difference.of(before, after),
                again.map(Experiment::failure).orElse(null),
                again.isPresent() ? NONE : Difference.of(made, walk.experiment().catalog()),
                held.count(),
                lost,
                withoutRows);
    }
}
