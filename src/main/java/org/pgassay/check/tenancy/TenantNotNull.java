package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Column;
import org.pgassay.check.Finding;
import org.pgassay.spec.Location;

/** The column that says which tenant a row belongs to cannot be null. */
record TenantNotNull(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/not-null";

    @Override
    public String id() {
        return ID;
    }

    /** Where a table has columns of several levels, the first one says whose a row is; the others may be null. */
    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            Optional<Column> column =
                    member.leading().flatMap(tie -> member.table().column(tie.column()));
            column.ifPresent(each -> findings.add(finding(member, each)));
        }
        return findings;
    }

    private Finding finding(Member member, Column column) {
        String subject = stated.names().subject(member.name(), column.name());
        return column.notNull()
                ? holds(subject, subject + " cannot be null.", "not null")
                : fails(
                        subject,
                        subject + " may be null: such a row belongs to nobody, or to everybody.",
                        "Give the rows their tenant, and set the column NOT NULL.",
                        "not null",
                        "null");
    }
}
