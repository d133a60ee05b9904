package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Glob;
import org.pgassay.check.Names;
import org.pgassay.check.claim.ClaimRule.Claimed;
import org.pgassay.check.claim.ClaimSection.ClaimSpec;
import org.pgassay.check.rule.RuleStatement;
import org.pgassay.check.rule.Rules;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;

/** The delivery report's sentences. */
public final class ClaimFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/claim/schema.json";

    private final List<String> bearing;

    /** The family, beside others whose checks can bear out a claim. */
    public ClaimFamily(List<Family> others) {
        bearing = others.stream()
                .flatMap(family -> family.kinds().stream())
                .map(CheckKind::id)
                .filter(ClaimChecks::canBear)
                .toList();
    }

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ClaimSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(ClaimMeasure.ID, ClaimMeasure.class),
                new CheckKind(ClaimRule.ID, ClaimRule.class),
                new CheckKind(ClaimChecks.ID, ClaimChecks.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Set<String> sentences = new HashSet<>();
        for (ClaimSpec claim : spec.section(ClaimSection.class).claims()) {
            if (!sentences.add(claim.says().text())) {
                problems.add(new Problem(claim.says().location(), "this sentence is claimed twice"));
            }
            check(spec, claim, problems);
        }
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        return spec.section(ClaimSection.class).claims().stream()
                .map(claim -> check(spec, claim, new ArrayList<>()).orElseThrow())
                .toList();
    }

    private Optional<Check> check(Spec spec, ClaimSpec claim, List<Problem> problems) {
        String says = claim.says().text();
        boolean rule = !claim.rule().isEmpty();
        Node measure = claim.measure();
        SourceText is = claim.is();
        boolean checks = !claim.checks().isEmpty();
        if (checks && !rule && measure == null) {
            claim.checks().forEach(pattern -> known(pattern, problems));
            return Optional.of(new ClaimChecks(says, texts(claim.checks()), texts(claim.on()), claim.location()));
        }
        if (rule && !checks && measure == null) {
            List<Claimed> rules = rules(spec, claim, problems);
            return Optional.of(new ClaimRule(says, rules, new Names(spec.schemas()), claim.location()));
        }
        if (rule || checks || measure == null || is == null) {
            problems.add(new Problem(
                    claim.location(),
                    "a claim is proven by a measure and its count, by a rule, or by checks: state one of them"));
            return Optional.empty();
        }
        Optional<Selection> selection = Selection.parse(measure, problems);
        Optional<Quantity> quantity = quantity(is, problems);
        Node of = claim.of();
        Optional<Selection> whole = of == null ? Optional.empty() : Selection.parse(of, problems);
        if (selection.isEmpty() || quantity.isEmpty() || (of != null && whole.isEmpty())) {
            return Optional.empty();
        }
        if (quantity.get().percent() != (of != null)) {
            problems.add(new Problem(
                    is.location(),
                    of == null
                            ? "a percentage needs 'of': the measure that is the whole"
                            : "with 'of' the claim is a share of a whole; write it with %, such as \">=99.5%\""));
            return Optional.empty();
        }
        return Optional.of(
                new ClaimMeasure(says, selection.get(), whole.orElse(null), quantity.get(), claim.location()));
    }

    private void known(SourceText pattern, List<Problem> problems) {
        if (bearing.stream().noneMatch(Glob.of(pattern.text())::matches)) {
            problems.add(new Problem(
                    pattern.location(),
                    "'" + pattern.text() + "' matches no kind of check that can bear out a claim"
                            + Suggestions.didYouMean(pattern.text(), bearing) + "; 'pgassay explain' lists them"));
        }
    }

    private static List<String> texts(List<SourceText> patterns) {
        return patterns.stream().map(SourceText::text).toList();
    }

    /** The rules that a claim names, each with the parameters that the spec states it with, once or several times. */
    private static List<Claimed> rules(Spec spec, ClaimSpec claim, List<Problem> problems) {
        List<RuleStatement> statements = RuleStatement.of(spec);
        List<Claimed> claimed = new ArrayList<>();
        for (SourceText id : claim.rule()) {
            Optional<Rule> rule = Rules.of(id.text());
            if (rule.isEmpty()) {
                List<String> known = Rules.all().stream().map(Rule::id).toList();
                problems.add(new Problem(
                        id.location(), "unknown rule '" + id.text() + "'" + Suggestions.didYouMean(id.text(), known)));
                continue;
            }
            List<RuleStatement> stated = statements.stream()
                    .filter(statement -> statement.rule().equals(rule.get()))
                    .toList();
            stated.forEach(each -> claimed.add(new Claimed(rule.get(), each.parameters(), exceptions(each))));
            if (stated.isEmpty()) {
                claimed.add(new Claimed(rule.get(), Parameters.NONE, List.of()));
            }
            if (stated.isEmpty() && rule.get().parameters().stream().anyMatch(Parameter::required)) {
                problems.add(new Problem(
                        id.location(), "the rule " + id.text() + " needs parameters: state it under 'rules', too"));
            }
        }
        return claimed;
    }

    private static List<String> exceptions(RuleStatement statement) {
        return statement.except().entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue().reason() + ")")
                .toList();
    }

    private static Optional<Quantity> quantity(SourceText is, List<Problem> problems) {
        try {
            return Optional.of(Quantity.parse(is.text()));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(is.location(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
