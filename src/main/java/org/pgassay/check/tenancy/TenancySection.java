package org.pgassay.check.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says how rows belong to tenants, and what keeps them apart.
 *
 * @param tenancy null where the spec does not say
 */
public record TenancySection(TenancySection.@Nullable TenancySpec tenancy) {

    /**
     * How rows belong to tenants.
     *
     * @param columns the tenant columns, the one that isolation goes by first, each with the column that it refers to
     * @param exempt the reason, by the name of a table that belongs to no tenant
     * @param require what is asked of the catalog; empty for all that goes with the isolation
     * @param except by requirement, the reason by what is excepted from it
     * @param isolation {@code row-security} or {@code by-query}; null for the first
     * @param context the statement by which the application says for which tenant it works
     */
    public record TenancySpec(
            Location location,
            Map<String, SourceText> columns,
            Map<String, SourceText> exempt,
            List<SourceText> require,
            Map<String, Map<String, SourceText>> except,
            @Nullable SourceText isolation,
            @Nullable SourceText context) {

        /** Copies the collections, keeping their order. */
        public TenancySpec {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            exempt = Collections.unmodifiableMap(new LinkedHashMap<>(exempt));
            require = List.copyOf(require);
            except = Collections.unmodifiableMap(new LinkedHashMap<>(except));
        }
    }
}
