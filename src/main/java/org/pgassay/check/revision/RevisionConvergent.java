package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Range;
import org.pgassay.check.Rehearsals.Way;
import org.pgassay.check.Verdict;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;

/**
 * Every way of applying the revisions must make one and the same schema.
 *
 * @param downTo the last revision that need not be undone; null for none
 * @param except the ids of revisions that need not be
 */
record RevisionConvergent(@Nullable String downTo, Set<String> except, Names names, Location location)
        implements Check {

    static final String ID = "revision/convergent";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "convergent";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>(Stated.unknown(this, evidence, Stated.ids(downTo, except)));
        if (!findings.isEmpty()) {
            return findings;
        }
        List<Way> ways = evidence.rehearsals().convergence(new Range(downTo, except));
        Way first = ways.get(0);
        for (Way way : ways.subList(1, ways.size())) {
            findings.add(finding(first, way).about(way.name().replace(' ', '-')));
        }
        return findings;
    }

    private Finding finding(Way first, Way way) {
        MigrationRun.Failure failure = way.failure();
        Revision stopped = way.stopped();
        if (way.revisions() == 0) {
            return Finding.failed(
                            this,
                            "there is no revision, so that all ways make one schema says nothing.",
                            "Name the folder that holds the migrations.",
                            "revisions",
                            "none")
                    .as(Verdict.VACUOUS);
        } else if (failure != null && stopped != null) {
            return Finding.failed(
                    this,
                    "the revisions can be applied " + first.name() + ", but not " + way.name() + ": revision "
                            + stopped.id() + " fails " + Traces.of(failure) + ".",
                    "Mend that revision; one that cannot be undone is named under 'reversible: {except: …}'.",
                    "the same schema",
                    "no schema");
        }
        List<String> lines = Traces.of(way.fromFirst(), names);
        if (!lines.isEmpty()) {
            return Finding.failed(
                            this,
                            "applied " + way.name() + ", the revisions do not make the schema that they make "
                                    + first.name() + ": " + Traces.summary(lines) + ".",
                            "Make the revisions independent of what is in the database besides their own objects.",
                            "the same schema",
                            "another schema")
                    .with(lines);
        }
        return Finding.passed(
                this,
                "applied " + way.name() + ", the revisions make the schema that they make " + first.name()
                        + undone(way),
                "the same schema",
                way.revisions());
    }

    private static String undone(Way way) {
        return way.undone() == 0
                ? "."
                : "; " + Listing.count(way.undone(), "revision") + " of " + way.revisions()
                        + (way.undone() == 1 ? " was undone." : " were undone.");
    }
}
