package org.pgassay.check.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.migration.MigrationRun;
import org.pgassay.migration.Revision;
import org.pgassay.migration.log.History;
import org.pgassay.spec.Location;

/**
 * Every revision must apply, in order, to an empty database.
 *
 * @param schema the spec's first, whose objects need no schema in their names
 */
record MigrationApplies(String schema, Location location) implements Check {

    static final String ID = "migration/applies";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "migrations";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MIGRATION_RUN);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        boolean failed = false;
        for (MigrationRun.Step step : evidence.migrations().steps()) {
            failed |= step.state() == MigrationRun.State.FAILED;
            findings.add(finding(evidence, step, failed).about(step.revision().id()));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.failed(
                            this,
                            "there is no revision, so that all apply says nothing.",
                            "Name the folder that holds the migrations.",
                            "revisions",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        return findings;
    }

    private Finding finding(Evidence evidence, MigrationRun.Step step, boolean failedBefore) {
        return switch (step.state()) {
            case APPLIED -> applied(evidence.history(), step);
            case FAILED -> failed(evidence, step);
            case PENDING -> pending(step.revision().id(), failedBefore);
        };
    }

    private Finding applied(History history, MigrationRun.Step step) {
        String id = step.revision().id();
        return switch (step.statements()) {
            case 0 ->
                Finding.failed(
                                this,
                                "revision " + id + " holds no statement, so it changes nothing.",
                                "Write the migration, or delete the file "
                                        + step.revision().file() + ".",
                                "statements",
                                "none")
                        .as(Verdict.VACUOUS);
            case MigrationRun.Step.UNKNOWN ->
                Idleness.of(step.revision(), history)
                        ? idle(step.revision())
                        : Finding.passed(
                                this, "revision " + id + " applies.", "applied, as the tool has written down", 1);
            default ->
                Finding.passed(
                        this,
                        "revision " + id + " applies.",
                        step.statements() + " statements applied",
                        step.statements());
        };
    }

    private Finding idle(Revision revision) {
        return Finding.failed(
                        this,
                        "revision " + revision.id()
                                + " changes nothing: the database recorded no command of it, and no statement on rows.",
                        "See why its statements do not run, or delete it: " + revision.file() + ".",
                        "commands",
                        "none")
                .as(Verdict.VACUOUS);
    }

    private Finding pending(String id, boolean failedBefore) {
        return Finding.failed(
                this,
                "revision " + id
                        + (failedBefore
                                ? " was not tried, because one before it failed."
                                : " is not applied: the tool took it back, because one after it failed."),
                "Mend the revision that failed.",
                "applied",
                "pending");
    }

    private Finding failed(Evidence evidence, MigrationRun.Step step) {
        MigrationRun.Failure failure = step.failure();
        if (failure == null) {
            throw new IllegalStateException("revision " + step.revision().id() + " failed without a reason");
        }
        Optional<Namesake> namesake = Namesake.of(failure.message(), evidence, step.revision());
        List<String> lines = new ArrayList<>(failure.sql().lines().toList());
        namesake.ifPresent(made -> lines.add(made.words(schema)));
        String mend = (failure.statement() > 0 ? "Mend the statement" : "Mend it") + before(step.statements()) + ".";
        return Finding.failed(
                        this,
                        "revision " + step.revision().id() + " fails at " + failure.file() + ":" + failure.line()
                                + (failure.statement() > 0 ? ", statement " + failure.statement() : "") + ": "
                                + failure.message()
                                + (failure.message().endsWith(".") ? "" : "."),
                        namesake.filter(Namesake::apart)
                                .map(made -> made.help(schema))
                                .orElse(mend),
                        "applied",
                        failure.message())
                .with(lines);
    }

    /** Not that they are applied: the file may have run them in one transaction with the one that failed. */
    private static String before(int statements) {
        return switch (statements) {
            case 0 -> "";
            case 1 -> "; the one before it ran without error";
            default -> "; the " + statements + " before it ran without error";
        };
    }
}
