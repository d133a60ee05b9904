package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.check.Check;
import org.pgassay.check.Claim;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Glob;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * A sentence of the delivery report that other checks of the spec must bear out: each of them passes.
 *
 * @param checks patterns of the ids of checks
 * @param on patterns of the subjects that the sentence speaks of; none for all
 */
record ClaimChecks(String says, List<String> checks, List<String> on, Location location) implements Claim {

    static final String ID = "claim/checks";

    /** As many as a reader takes in; the evidence has more. */
    private static final int FIRST = 3;

    private static final int NAMED = 200;

    /** Copies the lists. */
    ClaimChecks {
        checks = List.copyOf(checks);
        on = List.copyOf(on);
    }

    /** Whether a kind of check can bear out a claim: not what is itself a judgement on others. */
    static boolean canBear(String id) {
        return !id.startsWith("claim/") && !id.startsWith("waiver/");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return says;
    }

    @Override
    public String measure() {
        return "checks " + String.join(", ", checks) + (on.isEmpty() ? "" : " on " + String.join(", ", on));
    }

    @Override
    public String expected() {
        return "all pass";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FINDINGS);
    }

    @Override
    public boolean judges(Check other) {
        return canBear(other.id()) && any(checks, other.id());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> named = evidence.findings().stream()
                .filter(finding -> canBear(finding.check()) && any(checks, finding.check()))
                .filter(finding -> on.isEmpty() || any(on, finding.subject()))
                .toList();
        List<String> idle = idle(named);
        if (!idle.isEmpty()) {
            return List.of(vacuous(idle));
        }
        List<String> untrue = names(named, verdict -> verdict != Verdict.PASSED && !untold(verdict));
        List<String> untold = names(named, ClaimChecks::untold);
        if (!untrue.isEmpty()) {
            return List.of(failed(untrue, named.size()));
        } else if (!untold.isEmpty()) {
            return List.of(Finding.unverified(
                            this,
                            "not proven: " + untold.size() + " of " + named.size() + " findings of " + measure()
                                    + " could not be had: " + first(untold) + ".",
                            "Mend what stands in the way of those checks first.")
                    .with(limited(untold)));
        }
        return List.of(passed(named));
    }

    /** The patterns for which there is no finding: one of several that says nothing must not hide behind the others. */
    private List<String> idle(List<Finding> named) {
        Stream<String> kinds = checks.stream()
                .filter(pattern -> named.stream().map(Finding::check).noneMatch(Glob.of(pattern)::matches));
        Stream<String> subjects = on.stream()
                .filter(pattern -> named.stream().map(Finding::subject).noneMatch(Glob.of(pattern)::matches));
        return Stream.concat(kinds, subjects).toList();
    }

    private static List<String> names(List<Finding> findings, Predicate<Verdict> verdicts) {
        return findings.stream()
                .filter(finding -> verdicts.test(finding.verdict()))
                .map(finding -> finding.check() + " " + finding.subject())
                .distinct()
                .toList();
    }

    private static boolean untold(Verdict verdict) {
        return verdict == Verdict.UNVERIFIED || verdict == Verdict.ERRORED;
    }

    private static boolean any(List<String> patterns, String text) {
        return patterns.stream().map(Glob::of).anyMatch(glob -> glob.matches(text));
    }

    private Finding vacuous(List<String> idle) {
        return Finding.failed(
                        this,
                        "no check of the spec found anything for " + String.join(", ", idle)
                                + ", so the claim says nothing.",
                        "State in the spec what is to be checked, or take the claim out of the report.",
                        expected(),
                        "no finding")
                .as(Verdict.VACUOUS);
    }

    private Finding passed(List<Finding> named) {
        long objects = named.stream().map(Finding::subject).distinct().count();
        String observed = named.size() + (named.size() == 1 ? " passes" : " pass");
        return Finding.passed(
                        this,
                        (named.size() == 1 ? "the finding of " : "each of the " + named.size() + " findings of ")
                                + measure() + " passes, about " + objects
                                + (objects == 1 ? " subject." : " subjects."),
                        observed,
                        named.size())
                .with(limited(names(named, verdict -> true)));
    }

    private Finding failed(List<String> untrue, int all) {
        return new Finding(
                ID,
                says,
                Verdict.FAILED,
                (all == 1 ? "the finding of " : untrue.size() + " of the " + all + " findings of ") + measure()
                        + (untrue.size() == 1 ? " does not pass: " : " do not pass: ") + first(untrue) + ".",
                "Mend what those checks name, or correct the claim: a claim has no exceptions.",
                expected(),
                untrue.size() + " of " + all + (untrue.size() == 1 ? " does not" : " do not"),
                all,
                limited(untrue),
                location);
    }

    private static String first(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(FIRST, names.size())));
        int more = names.size() - shown.size();
        return shown.stream().collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> limited(List<String> names) {
        return names.stream().limit(NAMED).toList();
    }
}
