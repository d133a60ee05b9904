package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.claim.ClaimSection.ClaimSpec;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** The delivery report's sentences. */
public final class ClaimFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/claim/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ClaimSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(ClaimMeasure.ID, ClaimMeasure.class), new CheckKind(ClaimRule.ID, ClaimRule.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Set<String> sentences = new HashSet<>();
        for (ClaimSpec claim : spec.section(ClaimSection.class).claims()) {
            if (!sentences.add(claim.says().text())) {
                problems.add(new Problem(claim.says().location(), "this sentence is claimed twice"));
            }
            check(claim, problems);
        }
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        return spec.section(ClaimSection.class).claims().stream()
                .map(claim -> check(claim, new ArrayList<>()).orElseThrow())
                .toList();
    }

    private static Optional<Check> check(ClaimSpec claim, List<Problem> problems) {
        String says = claim.says().text();
        SourceText rule = claim.rule();
        Node measure = claim.measure();
        SourceText is = claim.is();
        if (rule != null && measure == null) {
            return Optional.of(new ClaimRule(says, rule.text(), claim.location()));
        }
        if (rule != null || measure == null || is == null) {
            problems.add(new Problem(
                    claim.location(), "a claim is proven by a measure and its count, or by a rule: state one of both"));
            return Optional.empty();
        }
        Optional<Selection> selection = Selection.parse(measure, problems);
        Optional<Quantity> quantity = quantity(is, problems);
        return selection.isPresent() && quantity.isPresent()
                ? Optional.of(new ClaimMeasure(says, selection.get(), quantity.get(), claim.location()))
                : Optional.empty();
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
