package org.pgassay.probe.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;

/**
 * A tenant that was made up.
 *
 * @param values of the tenant columns, by their names
 * @param rows one row of each table that could be filled for it
 */
record Tenant(Map<String, String> values, Map<QualifiedName, Placed> rows) {

    /** Copies the maps, keeping their order. */
    Tenant {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    Optional<Placed> row(QualifiedName table) {
        return Optional.ofNullable(rows.get(table));
    }
}
