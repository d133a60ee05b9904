package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.Claim;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.spec.Location;

/** A sentence of the delivery report that rules must bear out, over everything that they look at. */
record ClaimRule(String says, List<Claimed> rules, Names names, Location location) implements Claim {

    static final String ID = "claim/rule";

    /** As many as a reader takes in; the evidence has more. */
    private static final int FIRST = 3;

    private static final int NAMED = 200;

    /** Copies the list. */
    ClaimRule {
        rules = List.copyOf(rules);
    }

    /**
     * A rule that is claimed to hold.
     *
     * @param parameters as the spec states them under its rules
     * @param exceptions what the spec excepts from the rule, with the reasons: a claim knows none
     */
    record Claimed(Rule rule, Parameters parameters, List<String> exceptions) {

        /** Copies the list. */
        Claimed {
            exceptions = List.copyOf(exceptions);
        }
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
        List<String> ids = ids();
        return (ids.size() == 1 ? "rule " : "rules ") + String.join(", ", ids);
    }

    private List<String> ids() {
        return rules.stream().map(each -> each.rule().id()).distinct().toList();
    }

    @Override
    public String expected() {
        return "holds";
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.SERVER, Need.CATALOG);
        rules.forEach(each -> needs.addAll(each.rule().needs()));
        return Set.copyOf(needs);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        int looked = 0;
        for (Claimed each : rules) {
            Scope scope = new Scope(evidence.catalog(), names, evidence.server().majorVersion(), each.parameters());
            List<Judged> judged = each.rule().judge(scope, evidence);
            if (judged.isEmpty()) {
                return List.of(vacuous(each.rule()));
            }
            looked += judged.size();
            judged.stream().filter(one -> !one.holds()).forEach(one -> breaches.add(named(each.rule(), one)));
        }
        return List.of(breaches.isEmpty() ? passed(looked) : failed(breaches, looked));
    }

    private String named(Rule rule, Judged judged) {
        String object = judged.object().name();
        return ids().size() == 1 ? object : object + " (" + rule.id() + ")";
    }

    private Finding vacuous(Rule rule) {
        return Finding.failed(
                        this,
                        "the rule " + rule.id() + " found no object to look at, so the claim says nothing.",
                        "Correct the migrations, or take the claim out of the report.",
                        expected(),
                        "nothing to look at")
                .as(Verdict.VACUOUS);
    }

    private Finding passed(int looked) {
        return Finding.passed(
                this, "looked at " + looked + ", and none breaks " + measure() + "." + excepted(), expected(), looked);
    }

    private Finding failed(List<String> breaches, int looked) {
        String first = breaches.stream().limit(FIRST).collect(Collectors.joining(", "));
        String more = breaches.size() > FIRST ? " and " + (breaches.size() - FIRST) + " more" : "";
        return new Finding(
                ID,
                says,
                Verdict.FAILED,
                breaches.size() + " of the " + looked + " that were looked at "
                        + (breaches.size() == 1 ? "breaks " : "break ") + measure() + ": " + first + more + "."
                        + excepted(),
                "Correct the migrations, or the claim: a claim has no exceptions.",
                expected(),
                breaches.size() + " of " + looked + " " + (breaches.size() == 1 ? "breaks" : "break") + " it",
                looked,
                breaches.stream().limit(NAMED).toList(),
                location);
    }

    private String excepted() {
        List<String> exceptions = rules.stream()
                .flatMap(each -> each.exceptions().stream())
                .distinct()
                .toList();
        return exceptions.isEmpty()
                ? ""
                : " The spec excepts " + String.join(", ", exceptions) + " from the rule; the sentence does not.";
    }
}
