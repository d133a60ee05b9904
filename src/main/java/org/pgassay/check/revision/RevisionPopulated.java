package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Held;
import org.pgassay.check.Rehearsals.LossAt;
import org.pgassay.check.Rehearsals.Survival;
import org.pgassay.check.Verdict;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Location;

/**
 * Rows that are put in after a revision must survive those after it.
 *
 * @param at the revision after which they are put in
 * @param losses the reason, by the table or {@code table.column} whose data is given up
 */
record RevisionPopulated(String at, int rows, Map<String, String> losses, Names names, Location location)
        implements Check {

    static final String ID = "revision/populated";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "populated";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> unknown = Stated.unknown(this, evidence, Set.of(at));
        if (!unknown.isEmpty()) {
            return unknown;
        }
        Survival survival = evidence.rehearsals().populated(at, rows);
        List<Finding> findings = new ArrayList<>();
        if (survival.tables().isEmpty()) {
            findings.add(vacuous("there is no table after revision " + at + " that could hold a row."));
        } else if (survival.revisions() == 0 && survival.stopped() == null) {
            findings.add(vacuous("no revision comes after " + at + " that could harm a row."));
        }
        stopped(survival, findings);
        Set<String> used = losses(survival, findings);
        for (Held table : survival.tables()) {
            String subject = names.subject(table.table());
            if (findings.stream().noneMatch(finding -> finding.subject().equals(subject))) {
                findings.add(table(table, survival).about(subject));
            }
        }
        losses.keySet().stream()
                .filter(loss -> !used.contains(loss))
                .forEach(loss -> findings.add(unused(loss, survival)));
        return findings;
    }

    private Finding vacuous(String message) {
        return Finding.failed(this, message, "Name an earlier or later revision in 'at'.", "rows to follow", "none")
                .as(Verdict.VACUOUS);
    }

    private void stopped(Survival survival, List<Finding> findings) {
        MigrationRun.Failure failure = survival.failure();
        Revision revision = survival.stopped();
        if (failure != null && revision != null) {
            findings.add(Finding.failed(
                            this,
                            "revision " + revision.id()
                                    + " applies to empty tables, and fails on tables that hold rows "
                                    + Traces.of(failure) + ".",
                            "Add what existing rows need first: a default, or an UPDATE before NOT NULL is set.",
                            "applied to tables that hold rows",
                            failure.message())
                    .about(revision.id()));
        }
    }

    /**
     * What was lost, by table and column.
     *
     * @return the declared losses that came to pass
     */
    private Set<String> losses(Survival survival, List<Finding> findings) {
        Set<String> used = new LinkedHashSet<>();
        for (LossAt each : survival.losses()) {
            String subject = Traces.subject(each.loss(), names);
            @Nullable
            String declared = declared(subject, names.subject(each.loss().table()));
            String what = subject + " " + each.loss().what();
            if (declared == null) {
                findings.add(Finding.failed(
                                this,
                                "since revision " + each.revision().id() + ", " + what + ".",
                                "Carry the data over in the revision, or declare the loss under 'losses' with its reason.",
                                "the rows as they were put in after revision " + at,
                                each.loss().what())
                        .about(subject));
            } else if (used.add(declared)) {
                findings.add(Finding.passed(
                                this,
                                "since revision " + each.revision().id() + ", " + what + ", which is accepted: "
                                        + losses.get(declared) + ".",
                                "given up",
                                1)
                        .about(declared));
            }
        }
        return used;
    }

    private @Nullable String declared(String subject, String table) {
        return losses.containsKey(subject) ? subject : losses.containsKey(table) ? table : null;
    }

    private Finding table(Held table, Survival survival) {
        String name = names.subject(table.table());
        @Nullable String obstacle = table.obstacle();
        if (obstacle != null) {
            return Finding.unverified(
                    this,
                    name + " held no row, so what becomes of its rows is not known: " + obstacle + ".",
                    "Give the values that a row needs under 'behaviour: {sampleRows: …}'.");
        }
        Revision stopped = survival.stopped();
        if (stopped != null) {
            return Finding.unverified(
                    this,
                    "the rows of " + name + " could not be followed to the end, because revision " + stopped.id()
                            + " failed.",
                    "Mend that revision first.");
        }
        return Finding.passed(
                this,
                Listing.count(table.rows(), "row") + " of " + name + " came through "
                        + Listing.count(survival.revisions(), "revision") + " with what is not given up.",
                "the rows as they were put in after revision " + at,
                table.rows());
    }

    private Finding unused(String loss, Survival survival) {
        Revision stopped = survival.stopped();
        boolean empty = survival.tables().stream()
                .filter(table -> table.obstacle() != null)
                .map(table -> names.subject(table.table()))
                .anyMatch(table -> loss.equals(table) || loss.startsWith(table + "."));
        if (stopped != null || empty) {
            return Finding.unverified(
                            this,
                            "whether " + loss + " is lost is not known: "
                                    + (stopped != null
                                            ? "revision " + stopped.id() + " failed."
                                            : "the table held no row."),
                            "Mend what stands in the way first.")
                    .about(loss);
        }
        return Finding.failed(
                        this,
                        loss + " is declared as a loss, and nothing of it is lost.",
                        "Take it out of 'losses', or correct its name.",
                        "a loss",
                        "none")
                .about(loss);
    }
}
