package org.pgassay.check.migration;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Location;
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
        return List.of(
                new CheckKind(MigrationApplies.ID, MigrationApplies.class),
                new CheckKind(SameObject.ID, SameObject.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return MigrationKeys.problems(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        Location at = spec.migrations().location();
        String schema = spec.schemas().get(0);
        return switch (spec.migrations().runner()) {
            case NONE -> List.of();
            case ALEMBIC -> List.of(new MigrationApplies(schema, at), new SameObject(schema, at));
            // Their revisions run one after the other: there are no branches that could make the same.
            case SQL, FLYWAY, LIQUIBASE, COMMAND -> List.of(new MigrationApplies(schema, at));
        };
    }
}
