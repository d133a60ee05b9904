package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Triggers, row security and its policies, rewrite rules, and how tables are kept. */
public final class PartFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/part/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(PartSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        List<CheckKind> kinds = new ArrayList<>();
        kinds.add(new CheckKind(TableAttributes.ID, TableAttributes.class));
        kinds.add(new CheckKind(RowSecurity.ID, RowSecurity.class));
        for (HostedKind kind : HostedKind.values()) {
            kinds.add(new CheckKind(kind.id(HostedDefinition.CHECK), HostedDefinition.class));
            kinds.add(new CheckKind(kind.id(HostedAbsent.CHECK), HostedAbsent.class));
            kinds.add(new CheckKind(kind.id(HostedClosed.CHECK), HostedClosed.class));
        }
        return List.copyOf(kinds);
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return PartPlanner.of(spec).problems();
    }

    @Override
    public List<Check> checks(Spec spec) {
        return new PartChecks(spec).all();
    }
}
