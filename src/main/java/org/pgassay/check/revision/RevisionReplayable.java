package org.pgassay.check.revision;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Replay;
import org.pgassay.check.Verdict;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;

/** Running everything again must change nothing. */
record RevisionReplayable(Names names, Location location) implements Check {

    static final String ID = "revision/replayable";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "replayable";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Replay replay = evidence.rehearsals().replay();
        MigrationRun.Failure failure = replay.failure();
        Revision stopped = replay.stopped();
        List<String> changes = Traces.both(Traces.of(replay.changes(), names), Traces.of(replay.rows(), names));
        if (failure != null && stopped != null) {
            return List.of(Finding.failed(
                            this,
                            "run again, revision " + stopped.id() + " fails " + Traces.of(failure) + ".",
                            "Write it so that it can be run again (IF NOT EXISTS, OR REPLACE, ON CONFLICT DO NOTHING), or"
                                    + " use a tool that keeps a version table.",
                            "nothing changes",
                            failure.message())
                    .with(changes));
        } else if (!changes.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "running the revisions again changes something: " + Traces.summary(changes) + ".",
                            "Write them so that the second run finds nothing left to do.",
                            "nothing changes",
                            Listing.count(changes.size(), "change"))
                    .with(changes));
        } else if (replay.revisions() == 0) {
            return List.of(Finding.failed(
                            this,
                            "there is no revision, so that running all again changes nothing says nothing.",
                            "Name the folder that holds the migrations.",
                            "revisions",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        return List.of(Finding.passed(
                this,
                "running " + Listing.count(replay.revisions(), "revision") + " again changes nothing.",
                "nothing changes",
                replay.revisions()));
    }
}
