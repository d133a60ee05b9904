package org.pgassay.check.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Rules that must hold of every object of a sort. */
public final class RuleFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/rule/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(RuleSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return Rules.all().stream()
                .map(rule -> new CheckKind(RuleHolds.id(rule), RuleHolds.class))
                .toList();
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        RuleStatement.of(spec, problems);
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        Names names = new Names(spec.schemas());
        return RuleStatement.of(spec).stream()
                .<Check>map(statement -> new RuleHolds(statement, names))
                .toList();
    }
}
