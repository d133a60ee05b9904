package org.pgassay.check.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.check.Glob;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.check.Names;
import org.pgassay.spec.SourceText;

/**
 * What a spec states of tenants, its names resolved.
 *
 * @param columns the tenant columns, the one that isolation goes by first
 * @param exempt the reason, by the name or the pattern of tables that belong to no tenant
 * @param except by requirement, the reason by what is excepted from it
 * @param rowSecurity whether the database itself keeps the tenants apart
 * @param owner the role that the spec names as owner
 * @param application the role that the application works as
 */
record Tenancy(
        Names names,
        List<TenantColumn> columns,
        Map<String, SourceText> exempt,
        Map<String, Map<String, SourceText>> except,
        boolean rowSecurity,
        @Nullable String owner,
        @Nullable String application) {

    /** Copies the collections, keeping their order. */
    Tenancy {
        columns = List.copyOf(columns);
        exempt = Collections.unmodifiableMap(new LinkedHashMap<>(exempt));
        except = Collections.unmodifiableMap(new LinkedHashMap<>(except));
    }

    /** What is excepted from a requirement, with the reason. */
    Map<String, SourceText> except(String requirement) {
        return except.getOrDefault(requirement, Map.of());
    }

    /** Whether an entry of the exemptions means a table. */
    boolean means(String entry, Table table) {
        return names.resolve(entry).equals(table.name()) || Glob.of(entry).matches(names.subject(table.name()));
    }

    /** Whether a table belongs to no tenant, by what the spec says. */
    boolean exempts(Table table) {
        return exempt.keySet().stream().anyMatch(entry -> means(entry, table));
    }

    /** The same without one of the exemptions. */
    Tenancy without(String entry) {
        Map<String, SourceText> others = new LinkedHashMap<>(exempt);
        others.remove(entry);
        return new Tenancy(names, columns, others, except, rowSecurity, owner, application);
    }

    /** A table as findings name it. */
    String name(Table table) {
        return names.subject(table.name());
    }
}
