package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Finding;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.spec.Location;

/** A foreign key between tables of tenants has the tenant on both sides, so that it cannot point to another tenant's row. */
record ReferenceClosure(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/reference-closure";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member child : model.members()) {
            for (Constraint key : Crossings.of(model, child)) {
                Member parent = model.member(Member.target(key)).orElseThrow();
                findings.add(finding(model, child, key, parent));
            }
        }
        return findings;
    }

    private Finding finding(Model model, Member child, Constraint key, Member parent) {
        String subject = stated.names().subject(child.name(), key.name());
        Optional<TenantColumn> carried = Crossings.carried(model, child, key, parent);
        if (carried.isPresent()) {
            return holds(
                    subject,
                    subject + " has " + Identifiers.quote(carried.get().name())
                            + " on both sides: it points to rows of the same tenant.",
                    key.definition());
        }
        String near = stated.name(child.table());
        String far = stated.name(parent.table());
        return fails(
                subject,
                "the foreign key " + subject + " does not carry the tenant: a row of " + near
                        + " can point to another tenant's row of " + far + crossing(key) + ".",
                help(child, parent, near, far),
                "the tenant column on both sides",
                key.definition());
    }

    /** What the key does to rows of the one tenant when the other one's change. */
    private static String crossing(Constraint key) {
        return switch (Objects.requireNonNull(key.foreignKey()).onDelete()) {
            case CASCADE -> ", and is deleted along with that";
            case SET_NULL, SET_DEFAULT -> ", and is changed when that is deleted";
            case RESTRICT, NO_ACTION -> ", and keeps that from being deleted";
        };
    }

    private static String help(Member child, Member parent, String near, String far) {
        return child.ties().isEmpty() || parent.ties().isEmpty()
                ? "Add the tenant column to " + (child.ties().isEmpty() ? near : far)
                        + ", and make it a part of the foreign key."
                : "Make a unique key of tenant column and key of " + far + ", and let the foreign key refer to both.";
    }
}
