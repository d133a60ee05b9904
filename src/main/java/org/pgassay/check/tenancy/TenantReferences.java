package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Constraint;
import org.pgassay.check.Finding;
import org.pgassay.spec.Location;

/** A tenant column refers to the tenants: by a foreign key of its own, or with a parent whose column does. */
record TenantReferences(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/references";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            for (Member.Tie tie : member.ties()) {
                if (!tie.root()) {
                    findings.add(finding(model, member, tie));
                }
            }
        }
        return findings;
    }

    private Finding finding(Model model, Member member, Member.Tie tie) {
        String subject = stated.names().subject(member.name(), tie.column());
        String root = stated.names().subject(tie.of().root(), tie.of().key());
        Optional<Constraint> key = key(model, member, tie, new HashSet<>());
        if (key.isPresent()) {
            String through = Member.target(key.get()).equals(tie.of().root())
                    ? ""
                    : " through " + stated.names().subject(Member.target(key.get()));
            return holds(
                    subject,
                    subject + " refers to " + root + through + "; ON DELETE " + action(key.get()) + ".",
                    key.get().definition());
        }
        return fails(
                subject,
                "nothing holds " + subject + " to " + root + ": a row can name a tenant that does not exist.",
                "Add a foreign key from " + subject + " to " + root
                        + ", or one of several columns, none of them null, to a table that holds it.",
                "a foreign key to " + root,
                Model.foreignKeys(member.table()).stream()
                        .filter(each -> each.columns().contains(tie.column()))
                        .map(Constraint::definition)
                        .findFirst()
                        .orElse("none"));
    }

    /** The foreign key that holds a column to the tenants. */
    private static Optional<Constraint> key(Model model, Member member, Member.Tie tie, Set<Object> seen) {
        if (!seen.add(List.of(member.name(), tie))) {
            return Optional.empty();
        }
        return Model.foreignKeys(member.table()).stream()
                .filter(Constraint::validated)
                .filter(each -> Model.binds(member.table(), each, tie.column()))
                .filter(each -> leads(model, each, tie, seen))
                .findFirst();
    }

    private static boolean leads(Model model, Constraint key, Member.Tie tie, Set<Object> seen) {
        String far = Member.far(key).get(key.columns().indexOf(tie.column()));
        if (Member.target(key).equals(tie.of().root()) && far.equals(tie.of().key())) {
            return true;
        }
        Optional<Member> parent = model.member(Member.target(key));
        return parent.isPresent()
                && parent.get()
                        .tie(far)
                        .filter(each -> each.of().equals(tie.of()))
                        .map(each -> each.root()
                                || key(model, parent.get(), each, seen).isPresent())
                        .orElse(false);
    }

    private static String action(Constraint key) {
        return key.foreignKey() == null
                ? ""
                : key.foreignKey().onDelete().name().replace('_', ' ');
    }
}
