package org.pgassay.check.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.Verdict;
import org.pgassay.check.rule.RuleStatement.Exemption;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.spec.Location;

/** A rule must hold of every object that the spec states it for, but for the exceptions, which must be needed. */
record RuleHolds(RuleStatement statement, Names names) implements Check {

    /** What the kinds of all rules begin with. */
    private static final String PREFIX = "rule/";

    static String id(Rule rule) {
        return PREFIX + rule.id();
    }

    @Override
    public String id() {
        return id(statement.rule());
    }

    @Override
    public String subject() {
        return statement.name();
    }

    @Override
    public Location location() {
        return statement.location();
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.SERVER, Need.CATALOG);
        needs.addAll(statement.rule().needs());
        return Set.copyOf(needs);
    }

    /** What a rule looks at is the same on every version. */
    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        Scope scope = new Scope(catalog, names, 0, statement.parameters());
        return selected(statement.rule().judge(scope)).stream()
                .map(Judged::object)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Coverage coverage() {
        return Coverage.RULED;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Scope scope = new Scope(evidence.catalog(), names, evidence.server().majorVersion(), statement.parameters());
        List<Judged> selected = selected(statement.rule().judge(scope, evidence));
        List<Finding> findings = new ArrayList<>(deadSelections(selected));
        if (!findings.isEmpty() && selected.isEmpty()) {
            return findings;
        }
        for (Judged judged : selected) {
            Breach breach = judged.breach();
            if (breach != null && !excepted(judged)) {
                findings.add(breached(judged, breach));
            }
        }
        statement.except().forEach((name, exemption) -> exemption(name, exemption, selected, findings));
        return findings.isEmpty() ? List.of(passed(selected)) : findings;
    }

    private List<Judged> selected(List<Judged> judged) {
        return judged.stream().filter(statement::selects).toList();
    }

    private boolean excepted(Judged judged) {
        return statement.except().keySet().stream().anyMatch(name -> RuleStatement.names(name, judged));
    }

    /** What selects nothing says nothing; a list may have one glob that does and one that does not. */
    private List<Finding> deadSelections(List<Judged> selected) {
        if (selected.isEmpty()) {
            String where = statement.on().isEmpty() ? "" : " on " + String.join(", ", statement.on());
            return List.of(vacuous(
                    statement.name(),
                    "the rule " + statement.rule().id() + where + " found no object to look at, so it says nothing."));
        }
        return statement.on().stream()
                .filter(glob -> selected.stream().noneMatch(judged -> RuleStatement.names(glob, judged)))
                .map(glob -> vacuous(
                        statement.rule().id() + " on " + glob,
                        "'" + glob + "' selects no object that the rule "
                                + statement.rule().id() + " looks at, so it says nothing."))
                .toList();
    }

    private Finding vacuous(String subject, String message) {
        return Finding.failed(
                        this,
                        message,
                        "Correct what 'on' names, or take the rule out of the spec.",
                        "at least one object",
                        "none")
                .as(Verdict.VACUOUS)
                .about(subject);
    }

    private Finding breached(Judged judged, Breach breach) {
        String message = statement.warning() ? "warning: " + breach.message() : breach.message();
        return Finding.failed(this, message, breach.help(), breach.expected(), breach.observed())
                .about(judged.object().name())
                .as(statement.warning() ? Verdict.WAIVED : Verdict.FAILED);
    }

    /** An exception that is not needed hides the next object of that name: it must go. */
    private void exemption(String name, Exemption exemption, List<Judged> selected, List<Finding> findings) {
        List<Judged> named = selected.stream()
                .filter(judged -> RuleStatement.names(name, judged))
                .toList();
        if (named.stream().anyMatch(judged -> !judged.holds())) {
            return;
        }
        String message = named.isEmpty()
                ? "the rule excepts '" + name + "', and there is no object of that name that it looks at."
                : "the rule excepts '" + name + "', which keeps it: the exception would hide a later breach.";
        findings.add(new Finding(
                id(),
                name,
                Verdict.FAILED,
                message,
                "Take the exception out of the spec, or correct its name.",
                "an exception that is needed",
                named.isEmpty() ? "nothing of that name" : named.size() + " of that name, and no breach",
                Math.max(1, named.size()),
                List.of(),
                exemption.location()));
    }

    private Finding passed(List<Judged> selected) {
        List<String> exceptions = statement.except().entrySet().stream()
                .map(each -> "except " + each.getKey() + ": " + each.getValue().reason())
                .toList();
        long excepted = selected.stream().filter(judged -> !judged.holds()).count();
        String but = excepted == 0 ? "" : ", but for " + excepted + " that the spec excepts";
        return Finding.passed(
                        this,
                        "the rule holds: looked at " + selected.size() + but + ".",
                        "no breach" + but,
                        selected.size())
                .with(exceptions);
    }
}
