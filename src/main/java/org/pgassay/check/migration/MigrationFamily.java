package org.pgassay.check.migration;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** What must hold of the migrations themselves. */
public final class MigrationFamily implements Family {

    @Override
    public Optional<Section> section() {
        return Optional.empty();
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(new CheckKind(MigrationApplies.ID, MigrationApplies.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return MigrationKeys.problems(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        return spec.migrations().runner() == Spec.Migrations.Runner.NONE
                ? List.of()
                : List.of(new MigrationApplies(spec.migrations().location()));
    }
}
