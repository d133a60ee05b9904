package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.check.tenancy.TenancySection.TenancySpec;
import org.pgassay.spec.Spec;

/** Which tenant the rows of tables belong to, for those who look at rows. */
public final class Belongings {

    private final Tenancy stated;

    private Belongings(Tenancy stated) {
        this.stated = stated;
    }

    /** What a spec states; nothing if it says nothing of tenants. */
    public static Optional<Belongings> of(Spec spec) {
        TenancySpec tenancy = spec.section(TenancySection.class).tenancy();
        return tenancy == null ? Optional.empty() : Optional.of(new Belongings(TenancyFamily.stated(tenancy, spec)));
    }

    /**
     * A foreign key between two tables of tenants.
     *
     * @param child where the tenant of the referring row is found
     * @param parent where that of the row that it refers to is found
     */
    public record Reference(QualifiedName table, Constraint key, Whose child, Whose parent) {}

    /**
     * Where the tenant of a row is found.
     *
     * @param hops the foreign keys to follow, the first from the row itself
     * @param column then the column that says it
     */
    public record Whose(List<Constraint> hops, String column) {

        /** Copies the list. */
        public Whose {
            hops = List.copyOf(hops);
        }
    }

    /** All foreign keys by which a row of one tenant could refer to a row of another. */
    public List<Reference> references(Catalog catalog) {
        Model model = new Model(catalog, stated);
        List<Reference> references = new ArrayList<>();
        for (Member child : model.members()) {
            for (Constraint key : Crossings.of(model, child)) {
                model.member(Member.target(key))
                        .flatMap(parent -> reference(model, child, key, parent))
                        .ifPresent(references::add);
            }
        }
        return references;
    }

    /** They are compared by the first tenant column that both sides have. */
    private static Optional<Reference> reference(Model model, Member child, Constraint key, Member parent) {
        List<Constraint> down = hops(model, child);
        List<Constraint> up = hops(model, parent);
        Member here = end(model, child, down);
        Member there = end(model, parent, up);
        for (TenantColumn column : model.stated().columns()) {
            Optional<Member.Tie> near = here.tie(column);
            Optional<Member.Tie> far = there.tie(column);
            if (near.isPresent() && far.isPresent()) {
                return Optional.of(new Reference(
                        child.name(),
                        key,
                        new Whose(down, near.get().column()),
                        new Whose(up, far.get().column())));
            }
        }
        return Optional.empty();
    }

    private static List<Constraint> hops(Model model, Member member) {
        List<Constraint> hops = new ArrayList<>();
        Member at = member;
        while (at.via() != null) {
            hops.add(at.via());
            at = parent(model, Objects.requireNonNull(at.via()));
        }
        return hops;
    }

    private static Member end(Model model, Member member, List<Constraint> hops) {
        return hops.isEmpty() ? member : parent(model, hops.get(hops.size() - 1));
    }

    /** A table belongs to a tenant through a parent that does. */
    private static Member parent(Model model, Constraint via) {
        return model.member(Member.target(via)).orElseThrow();
    }
}
