package org.pgassay.rehearsal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.check.UntriedException;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.Historian;
import org.pgassay.migration.log.History;
import org.pgassay.postgres.recorder.DdlRecorder;

/** Applies one revision after the other, and records what each does. */
final class Recording {

    private final Stage stage;

    Recording(Stage stage) {
        this.stage = stage;
    }

    History run() throws SQLException {
        List<Revision> order = stage.order();
        Set<String> tables = new HashSet<>(DdlRecorder.VERSION_TABLES);
        tables.addAll(stage.bookkeeping());
        try (Walk walk = new Walk(stage)) {
            walk.restart(List.of());
            Experiment experiment = walk.experiment();
            try (DdlRecorder recorder = DdlRecorder.install(experiment.database(), tables)) {
                for (Revision revision : order) {
                    experiment.upSafely(List.of(revision), recorder::watched);
                }
                History history = Historian.of(recorder.finish(), order, tables);
                if (!history.gap().isEmpty()) {
                    throw new UntriedException(
                            "what the revisions do one by one was not recorded: " + history.gap(),
                            "Mend what stands in the way first.");
                }
                return history;
            }
        }
    }
}
