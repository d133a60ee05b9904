package org.pgassay.probe.plans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.QueryPlans.Query;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.probe.Bench;

/** The tenant that is planned for. */
final class Tenancy {

    /** Tenants where the query's parameters name none: what is tried in turn. */
    static final List<String> MADE_UP = List.of("00000000-0000-4000-8000-000000000001", "1");

    private Tenancy() {}

    /** Adds the tenant to what must be met in the rows of tables that have the tenant's columns. */
    static void want(
            Bench bench, Query query, Scale scale, Map<QualifiedName, Map<String, List<String>>> wanted) {
        Set<String> columns = bench.context().orElseThrow().columns().keySet();
        scale.sizes().forEach(size -> bench.catalog().table(size.table()).ifPresent(table -> {
            Map<String, List<String>> values = new LinkedHashMap<>(wanted.getOrDefault(table.name(), Map.of()));
            columns.forEach(column -> want(table, column, query, values));
            wanted.put(table.name(), values);
        }));
    }

    private static void want(Table table, String name, Query query, Map<String, List<String>> values) {
        Column column = table.column(name).orElse(null);
        if (column == null) {
            return;
        }
        String given = query.params().get(name);
        String value = given != null ? given : MADE_UP.get(column.type().equals("uuid") ? 0 : 1);
        LinkedHashSet<String> all = new LinkedHashSet<>(List.of(value));
        all.addAll(values.getOrDefault(name, List.of()));
        values.put(name, new ArrayList<>(all));
    }
}
