package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.Finding;
import org.pgassay.spec.Location;

/** Every tenant column leads an index that holds all rows. */
record TenantIndexed(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/indexed";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            for (Member.Tie tie : member.ties()) {
                findings.add(finding(member.table(), tie.column()));
            }
        }
        return findings;
    }

    private Finding finding(Table table, String column) {
        String subject = stated.names().subject(table.name(), column);
        Optional<Index> index = table.indexes().stream()
                .filter(each -> leads(each, column))
                .filter(each -> each.valid() && each.predicate() == null)
                .findFirst();
        if (index.isPresent()) {
            return holds(
                    subject,
                    subject + " leads the index "
                            + stated.names().index(table.name(), index.get().name()) + ".",
                    index.get().definition());
        }
        return fails(
                subject,
                subject + " leads no index that holds all rows: what a query reads of one tenant, it looks for among"
                        + " the rows of all.",
                "Create an index on " + stated.name(table) + " whose first column is the tenant column.",
                "an index whose first column it is, valid and without WHERE",
                table.indexes().stream()
                        .filter(each -> leads(each, column))
                        .map(each -> each.definition() + (each.valid() ? "" : " (not valid)"))
                        .findFirst()
                        .orElse("none"));
    }

    private static boolean leads(Index index, String column) {
        return !index.keys().isEmpty() && column.equals(index.keys().get(0).column());
    }
}
