package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Range;
import org.pgassay.check.Rehearsals.Undone;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Undoing a revision must leave the schema and the rows as they were before it.
 *
 * @param downTo the last revision that need not be undone; null for none
 * @param except the reason, by the id of a revision that need not be
 */
record RevisionReversible(@Nullable String downTo, Map<String, String> except, Names names, Location location)
        implements Check {

    static final String ID = "revision/reversible";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "reversible";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN, Need.REVISION_GRAPH, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Range range = new Range(downTo, except.keySet());
        List<Finding> findings = new ArrayList<>(Stated.unknown(this, evidence, Stated.ids(downTo, except.keySet())));
        if (!findings.isEmpty()) {
            return findings;
        }
        for (Undone undone : evidence.rehearsals().reversal(range)) {
            findings.add(finding(undone).about(undone.revision().id()));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.failed(
                            this,
                            "no revision comes after " + downTo + ", so that each can be undone says nothing.",
                            "Name an earlier revision in downTo, or leave it out.",
                            "revisions",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        return findings;
    }

    private Finding finding(Undone undone) {
        String id = undone.revision().id();
        @Nullable String reason = except.get(id);
        if (reason != null) {
            return excepted(undone, id, reason);
        } else if (!undone.clean()) {
            return failed(undone, id);
        }
        @Nullable String withoutRows = undone.withoutRows();
        if (withoutRows != null) {
            return Finding.unverified(
                    this,
                    "revision " + id + " is undone without a trace where tables are empty; it does not apply to tables"
                            + " that hold rows, so what becomes of rows is not known: " + withoutRows + ".",
                    "Mend the revision so that it applies to tables that hold rows.");
        }
        return Finding.passed(
                this,
                "revision " + id + " is undone without a trace, and can be applied again"
                        + (undone.rows() == 0 ? "; no table held a row." : "; all rows are kept."),
                "the schema as before",
                1 + undone.rows());
    }

    private Finding excepted(Undone undone, String id, String reason) {
        if (undone.clean() && undone.withoutRows() == null) {
            return Finding.failed(
                    this,
                    "revision " + id + " is undone without a trace, so that it need not be is no longer true.",
                    "Take it out of 'except'.",
                    "a revision that cannot be undone",
                    "the schema as before");
        }
        return Finding.passed(
                        this,
                        "revision " + id + " need not be undone: " + reason + ".",
                        undone.clean() ? "undone where tables are empty" : "not undone without a trace",
                        1)
                .with(undone.clean() ? List.of() : List.of(fault(undone, id)));
    }

    private Finding failed(Undone undone, String id) {
        List<String> lines = new ArrayList<>(Traces.ofUndoing(undone.afterDown(), names));
        lines.addAll(Traces.of(undone.lost(), names));
        if (lines.isEmpty()) {
            lines.addAll(Traces.of(undone.afterUp(), names));
        }
        return Finding.failed(
                        this, fault(undone, id), help(undone), "the schema and the rows as before", observed(undone))
                .with(lines);
    }

    private String fault(Undone undone, String id) {
        if (undone.downFailure() != null) {
            return "revision " + id + " cannot be undone " + Traces.of(undone.downFailure()) + ".";
        } else if (!undone.afterDown().isEmpty()) {
            return "undoing revision " + id + " does not bring back the schema that was before it: "
                    + Traces.summary(Traces.ofUndoing(undone.afterDown(), names)) + ".";
        } else if (!undone.lost().isEmpty()) {
            return "undoing revision " + id + " brings back the schema and loses data: "
                    + Traces.summary(Traces.of(undone.lost(), names)) + ".";
        } else if (undone.upFailure() != null) {
            return "revision " + id + " cannot be applied again once it was undone, " + Traces.of(undone.upFailure())
                    + ".";
        }
        return "revision " + id + " makes another schema when it is applied again: "
                + Traces.summary(Traces.of(undone.afterUp(), names)) + ".";
    }

    private static String observed(Undone undone) {
        if (undone.downFailure() != null) {
            return "not undone";
        } else if (!undone.afterDown().isEmpty()) {
            return "another schema";
        } else if (!undone.lost().isEmpty()) {
            return "rows lost";
        }
        return undone.upFailure() != null ? "not applied again" : "another schema when applied again";
    }

    private static String help(Undone undone) {
        if (undone.downFailure() != null) {
            return "Write the migration that undoes it, or name the revision under 'reversible: {except: …}' with the"
                    + " reason.";
        } else if (undone.afterDown().isEmpty() && undone.lost().isEmpty()) {
            return "Make it undo all that it does, and nothing twice.";
        }
        return "Undo in the down migration all that the revision does, or name it under 'reversible: {except: …}' with"
                + " the reason.";
    }
}
