package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.View;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Plan;
import org.pgassay.check.Isolation.TenantColumn;

/** Says what is to be tried, from what the catalog says of the tables of tenants. */
final class Plans {

    private Plans() {}

    static Plan of(Model model) {
        List<Belonging> tables = new ArrayList<>();
        for (Member member : model.members()) {
            tables.add(belonging(model, member));
        }
        List<QualifiedName> views = model.catalog().views().stream()
                .filter(view -> !Readers.read(model, view).isEmpty())
                .map(View::name)
                .toList();
        return new Plan(model.stated().columns(), tables, views, model.stated().rowSecurity());
    }

    private static Belonging belonging(Model model, Member member) {
        Map<String, TenantColumn> ties = new LinkedHashMap<>();
        member.ties().forEach(tie -> ties.put(tie.column(), tie.of()));
        Constraint via = member.via();
        return new Belonging(
                member.name(),
                ties,
                member.isRoot(),
                via == null ? null : via.name(),
                Crossings.of(model, member).stream().map(Constraint::name).toList());
    }
}
