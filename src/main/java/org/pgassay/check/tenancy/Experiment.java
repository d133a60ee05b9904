package org.pgassay.check.tenancy;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Isolation;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Operation;
import org.pgassay.check.Isolation.Plan;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;

/** Something that is tried with the rows of another tenant, on every table or foreign key that it can be tried on. */
interface Experiment extends Check {

    /** What the spec states. */
    Tenancy stated();

    /** What is tried. */
    Operation operation();

    @Override
    default String subject() {
        return "tenancy";
    }

    @Override
    default Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SANDBOX);
    }

    @Override
    default List<Finding> examine(Evidence evidence) {
        Plan plan = Plans.of(new Model(evidence.catalog(), stated()));
        if (plan.tables().isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "no table belongs to a tenant, so there is nothing to try.",
                            "Correct the names of the columns under 'tenancy: {columns: …}'.",
                            "tables with a tenant column",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Attempt> attempts = evidence.sandbox().isolation().attempts(plan);
        if (withoutAccess(attempts)) {
            return List.of(Finding.failed(
                            this,
                            "the application's role has no access to any table of tenants, its own rows included: that it"
                                    + " reaches no other tenant's proves nothing.",
                            "Name the role that the application really logs in as, or grant it what it needs.",
                            "access to own rows",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = attempts.stream()
                .filter(attempt -> attempt.operation() == operation())
                .map(this::finding)
                .toList();
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "none of the tables of tenants has anything that this could be" + " tried on.",
                        "nothing to try",
                        plan.tables().size()))
                : findings;
    }

    /** A reader of nothing is a denial without a control beside it. */
    private boolean withoutAccess(List<Attempt> attempts) {
        List<Attempt> here = operation() == Operation.READ
                ? attempts.stream()
                        .filter(attempt -> attempt.operation() == Operation.READ)
                        .toList()
                : attempts;
        return !here.isEmpty() && here.stream().allMatch(attempt -> attempt.result() == Isolation.Result.NO_ACCESS);
    }

    private Finding finding(Attempt attempt) {
        String table = stated().names().subject(attempt.table());
        String subject =
                attempt.constraint() == null ? table : stated().names().subject(attempt.table(), attempt.constraint());
        Finding finding = switch (attempt.result()) {
            case DENIED ->
                Finding.passed(
                        this,
                        words(subject) + ": " + attempt.attack() + "; " + attempt.control() + ".",
                        "denied",
                        attempt.examined());
            case NO_ACCESS ->
                Finding.passed(
                        this,
                        words(subject) + ": the role has no access of this kind at all, not to its own rows"
                                + " either; " + attempt.attack() + ".",
                        "no access at all",
                        attempt.examined());
            case REACHED ->
                Finding.failed(
                        this,
                        words(subject) + ": " + attempt.attack() + ".",
                        attempt.help(),
                        "denied, next to what is allowed to the own tenant",
                        attempt.control().isEmpty() ? "not denied" : "not denied; " + attempt.control());
            case SHUT -> shut(attempt, subject);
            case UNTRIED ->
                Finding.unverified(
                        this, words(subject) + ": this cannot be told: " + attempt.attack() + ".", attempt.help());
        };
        return finding.about(subject).as(attempt.role());
    }

    /** That a tenant does not see its own rows is a failure; what else it cannot do with them leaves the question open. */
    private Finding shut(Attempt attempt, String subject) {
        String message = words(subject) + ": " + attempt.attack() + ".";
        return operation() == Operation.READ
                ? Finding.failed(this, message, attempt.help(), "own rows, and no others", "no own rows")
                : Finding.unverified(this, message, attempt.help());
    }

    private String words(String subject) {
        return switch (operation()) {
            case READ -> "reading rows of another tenant in " + subject;
            case INSERT -> "putting a row of another tenant into " + subject;
            case UPDATE -> "changing rows of another tenant in " + subject;
            case DELETE -> "deleting rows of another tenant from " + subject;
            case UPSERT -> "changing a row of another tenant in " + subject + " by INSERT … ON CONFLICT";
            case MOVE -> "making an own row of " + subject + " another tenant's";
            case REFERENCE -> "pointing to a row of another tenant by " + subject;
            case NO_CONTEXT -> "reading " + subject + " for no tenant";
            case VIEW -> "reading rows of another tenant through " + subject;
        };
    }
}
