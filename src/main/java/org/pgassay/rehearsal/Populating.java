package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Rehearsals.Held;
import org.pgassay.check.Rehearsals.Loss;
import org.pgassay.check.Rehearsals.LossAt;
import org.pgassay.check.Rehearsals.Survival;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;

/** Puts rows in after a revision, and applies the others over them. */
final class Populating {

    private final Stage stage;
    private final List<Revision> order;

    Populating(Stage stage) {
        this.stage = stage;
        this.order = stage.order();
    }

    Survival run(String at, int rows) throws SQLException {
        int split = 0;
        for (int i = 0; i < order.size(); i++) {
            split = order.get(i).id().equals(at) ? i + 1 : split;
        }
        try (Walk walk = new Walk(stage)) {
            walk.restart(order.subList(0, split));
            Catalog catalog = walk.experiment().catalog();
            Map<QualifiedName, String> obstacles = walk.fill(catalog, rows);
            Contents held = walk.experiment().contents(catalog);
            List<Held> tables = tables(catalog, held, obstacles);
            return upgrade(walk, order.subList(split, order.size()), held, tables);
        }
    }

    private static List<Held> tables(Catalog catalog, Contents held, Map<QualifiedName, String> obstacles) {
        List<Held> tables = new ArrayList<>();
        for (Table table : Contents.tables(catalog)) {
            int count = held.count(table.name());
            tables.add(new Held(
                    table.name(),
                    count,
                    count > 0 ? null : obstacles.getOrDefault(table.name(), "no row was made for it")));
        }
        return tables;
    }

    private static Survival upgrade(Walk walk, List<Revision> rest, Contents held, List<Held> tables)
            throws SQLException {
        List<LossAt> losses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int applied = 0;
        for (Revision revision : rest) {
            Optional<MigrationRun.Step> failed = walk.up(revision);
            if (failed.isPresent()) {
                return new Survival(tables, losses, applied, revision, Experiment.failure(failed.get()));
            }
            applied++;
            Contents now = walk.experiment().contents(walk.experiment().catalog());
            for (Loss loss : Losses.between(held, now)) {
                // What is lost is lost in all states after: the first is the one to name.
                if (seen.add(loss.table() + " " + loss.column())) {
                    losses.add(new LossAt(revision, loss));
                }
            }
        }
        return new Survival(tables, losses, applied, null, null);
    }
}
