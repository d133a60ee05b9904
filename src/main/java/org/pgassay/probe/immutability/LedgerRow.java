package org.pgassay.probe.immutability;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is attacked.
 *
 * @param at a condition that it alone meets
 * @param values of its columns as text
 * @param tenant the values of the tenant columns that it belongs to
 * @param stays whether it must stay; false for one whose time is over
 * @param text the row as it is compared
 */
record LedgerRow(
        String at,
        Map<String, @Nullable String> values,
        Map<String, @Nullable String> tenant,
        boolean stays,
        String text) {

    /** Copies the maps, keeping their order. */
    LedgerRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        tenant = Collections.unmodifiableMap(new LinkedHashMap<>(tenant));
    }
}
