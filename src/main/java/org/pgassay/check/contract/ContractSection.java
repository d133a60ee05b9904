package org.pgassay.check.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The queries of the release in production.
 *
 * @param contracts by name, in the spec's order
 */
public record ContractSection(Map<String, ContractSpec> contracts) {

    /** Copies the map, keeping its order. */
    public ContractSection {
        contracts = Collections.unmodifiableMap(new LinkedHashMap<>(contracts));
    }

    /**
     * A query, and while which revisions are applied it must work.
     *
     * @param since the id of the revision after which it must work first; null for the first after which it does
     * @param until the id of the revision after which it must work last; null for the last of all
     */
    @ShortForm("sql")
    public record ContractSpec(
            Location location,
            SourceText sql,
            @Nullable SourceText since,
            @Nullable SourceText until) {}
}
