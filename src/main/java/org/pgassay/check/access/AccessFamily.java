package org.pgassay.check.access;

import java.util.List;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Owners, privileges, default privileges, comments, and the schemas that there are. */
public final class AccessFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/access/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(AccessSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(SchemaClosed.ID, SchemaClosed.class),
                new CheckKind(OwnerRole.ID, OwnerRole.class),
                new CheckKind(OwnerClosed.ID, OwnerClosed.class),
                new CheckKind(GrantRole.ID, GrantRole.class),
                new CheckKind(GrantClosed.ID, GrantClosed.class),
                new CheckKind(UnnamedClosed.ID, UnnamedClosed.class),
                new CheckKind(DefaultPrivilegesDefinition.ID, DefaultPrivilegesDefinition.class),
                new CheckKind(DefaultPrivilegesClosed.ID, DefaultPrivilegesClosed.class),
                new CheckKind(CommentText.ID, CommentText.class),
                new CheckKind(CommentClosed.ID, CommentClosed.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return AccessProblems.of(spec, spec.section(AccessSection.class));
    }

    @Override
    public List<Check> checks(Spec spec) {
        return new AccessChecks(spec).all();
    }
}
