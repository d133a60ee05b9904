package org.pgassay.check.concurrency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Contention.Outcome;
import org.pgassay.check.Contention.Part;
import org.pgassay.check.Contention.Queue;
import org.pgassay.check.Contention.Refused;
import org.pgassay.check.Contention.Worked;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Suggestions;

/**
 * What the checks of a queue share: one experiment, and what stands in its way.
 *
 * @param table as the spec writes it
 * @param claim as the spec writes it
 * @param complete as the spec writes it, if it does
 * @param schemas the spec's
 */
record Experiment(
        Queue queue,
        SourceText table,
        SourceText claim,
        @Nullable SourceText complete,
        List<String> schemas) {

    static final Set<Need> NEEDS = Set.of(Need.CATALOG, Need.SANDBOX);

    static final String SKIP_LOCKED = "Claim with FOR UPDATE SKIP LOCKED, and in the same statement or transaction take"
            + " the job off the list.";

    Experiment {
        schemas = List.copyOf(schemas);
    }

    /** Holds the experiment, and judges what came of it. */
    List<Finding> judged(Check check, Evidence evidence, Function<Worked, Finding> judge) {
        Optional<Finding> fault = fault(check, evidence);
        if (fault.isPresent()) {
            return List.of(fault.get());
        }
        Outcome outcome = evidence.sandbox().contention().work(queue);
        Finding finding = outcome instanceof Refused refused ? refused(check, refused) : judge.apply((Worked) outcome);
        return List.of(finding.as(outcome.role()));
    }

    private Optional<Finding> fault(Check check, Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(queue.table());
        if (found.isEmpty()) {
            return Optional.of(at(
                    table.location(),
                    Finding.failed(
                            check,
                            "there is no table " + queue.table().sql() + didYouMean(evidence)
                                    + ", so it holds no jobs.",
                            "Correct the name.",
                            "a table " + queue.table().sql(),
                            "none")));
        }
        for (Map.Entry<String, SourceText> value : queue.values().entrySet()) {
            if (found.get().column(value.getKey()).isEmpty()) {
                List<String> columns =
                        found.get().columns().stream().map(Column::name).toList();
                return Optional.of(at(
                        value.getValue().location(),
                        Finding.failed(
                                check,
                                "the table " + queue.table().sql() + " has no column " + value.getKey()
                                        + Suggestions.didYouMean(value.getKey(), columns)
                                        + ", so no job can hold a value there.",
                                "Correct the name under 'values'.",
                                "a column " + value.getKey(),
                                "none")));
            }
        }
        return Optional.empty();
    }

    private String didYouMean(Evidence evidence) {
        Names names = new Names(schemas);
        return Suggestions.didYouMean(
                table.text(),
                evidence.catalog().tables().stream()
                        .map(each -> names.subject(each.name()))
                        .toList());
    }

    private Finding refused(Check check, Refused refused) {
        SourceText sql = refused.part() == Part.COMPLETE && complete != null ? complete : claim;
        String word = switch (refused.part()) {
            case CLAIM -> "claim";
            case COMPLETE -> "complete";
        };
        return at(
                sql.location(),
                Finding.failed(
                        check,
                        "'" + word + "' does not work, " + tried(refused.role()) + ": " + refused.message() + ".",
                        "Correct the statement, or grant what it needs.",
                        "a statement that works",
                        refused.message()));
    }

    /** As whom it was tried, for a sentence. */
    String tried(String role) {
        return queue.asApplication()
                ? "tried as " + role
                : "tried as " + role + " (the spec names no roles.application, so privileges were not tried)";
    }

    private static Finding at(Location location, Finding finding) {
        return new Finding(
                finding.check(),
                finding.subject(),
                finding.verdict(),
                finding.message(),
                finding.help(),
                finding.expected(),
                finding.observed(),
                finding.examined(),
                finding.evidence(),
                finding.role(),
                location);
    }
}
