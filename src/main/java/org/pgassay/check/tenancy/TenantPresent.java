package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.Finding;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.spec.Location;

/** Every row belongs to a tenant: by a column of its own, or by the parent that it must have. */
record TenantPresent(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/present";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            findings.add(present(member));
        }
        String columns = stated.columns().stream()
                .map(TenantColumn::name)
                .map(Identifiers::quote)
                .collect(Collectors.joining(" or "));
        for (Table table : model.others()) {
            String name = stated.name(table);
            findings.add(fails(
                    name,
                    name + " has no column " + columns + ", and no foreign key that every row must follow leads to a"
                            + " table that has: nobody can tell whose its rows are.",
                    "Add the column to " + name + ", or name the table under 'exempt' with the reason.",
                    "a column " + columns + ", or a foreign key without nulls to a table that has it",
                    "neither"));
        }
        return findings;
    }

    private Finding present(Member member) {
        String name = stated.name(member.table());
        Constraint via = member.via();
        if (via != null) {
            String parent = stated.names().subject(Member.target(via));
            return holds(name, name + " belongs to tenants through " + parent + ".", via.definition());
        }
        Member.Tie tie = member.ties().get(0);
        return holds(
                name,
                tie.root() ? name + " is the table of the tenants themselves." : name + " has a tenant column.",
                Identifiers.quote(tie.column()));
    }
}
