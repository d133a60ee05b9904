package org.pgassay.probe.tenancy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row and where it lies.
 *
 * @param table the number of the table or partition that holds it
 * @param place its place there
 * @param text the whole row, as PostgreSQL prints it
 * @param values all columns as text
 */
record Placed(String table, String place, String text, Map<String, @Nullable String> values) {

    /** Copies the map, keeping its order. */
    Placed {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A condition that finds it, for as long as it is not changed. */
    String here() {
        return "tableoid = " + table + " and ctid = '" + place + "'";
    }

    /** Table and place, as a query for both returns them. */
    String address() {
        return table + " " + place;
    }
}
