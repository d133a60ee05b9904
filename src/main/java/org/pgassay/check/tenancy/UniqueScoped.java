package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;
import org.pgassay.check.Finding;
import org.pgassay.spec.Location;

/** What must be unique must be so within a tenant, but for keys that no tenant chooses. */
record UniqueScoped(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/unique-scoped";

    @Override
    public String id() {
        return ID;
    }

    /** The table of the tenants has one row for each, so that nothing is theirs alone there. */
    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (Member member : model.members()) {
            if (!member.isRoot()) {
                member.table().indexes().stream()
                        .filter(Index::unique)
                        .forEach(index -> findings.add(finding(model, member, index)));
                member.table().constraints().stream()
                        .filter(each -> each.type() == Constraint.Type.EXCLUSION)
                        .forEach(each -> findings.add(finding(
                                model, member, each.name(), Set.copyOf(each.columns()), false, each.definition())));
            }
        }
        return findings;
    }

    private Finding finding(Model model, Member member, Index index) {
        Set<String> columns = new HashSet<>();
        boolean expressions = false;
        for (Index.Key key : index.keys()) {
            if (key.column() == null) {
                expressions = true;
            } else {
                columns.add(key.column());
            }
        }
        String name = index.constraint() == null ? index.name() : index.constraint();
        return finding(model, member, name, columns, !expressions, index.definition());
    }

    private Finding finding(
            Model model, Member member, String name, Set<String> columns, boolean plain, String definition) {
        Table table = member.table();
        String subject = stated.names().subject(table.name(), name);
        if (member.ties().stream().anyMatch(tie -> columns.contains(tie.column()))) {
            return holds(subject, subject + " holds within a tenant.", definition);
        } else if (plain
                && columns.size() == 1
                && generated(table, columns.iterator().next())) {
            return holds(subject, subject + " is of values that no tenant chooses.", definition);
        } else if (followsParent(model, table, columns)) {
            return holds(subject, subject + " holds within a parent, and that within a tenant.", definition);
        }
        return fails(
                subject,
                subject + " holds across tenants: a value that one tenant has is refused to all others, and tells"
                        + " them that it is there.",
                "Add the tenant column to it.",
                "a tenant column among its columns",
                definition);
    }

    /** Whether the columns say which row of another tenant table a row belongs to. */
    private static boolean followsParent(Model model, Table table, Set<String> columns) {
        return Model.foreignKeys(table).stream()
                .filter(key -> model.member(Member.target(key)).isPresent())
                .anyMatch(key -> columns.containsAll(key.columns()));
    }

    /** Whether a generator gives the values: identity, sequence, or uuid. */
    private static boolean generated(Table table, String name) {
        return table.column(name).map(UniqueScoped::generated).orElse(false);
    }

    private static boolean generated(Column column) {
        String value = column.defaultExpression();
        return column.type().equals("uuid")
                || column.identity() != Column.Identity.NONE
                || (value != null && value.toLowerCase(Locale.ROOT).startsWith("nextval("));
    }
}
