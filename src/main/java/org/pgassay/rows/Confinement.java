package org.pgassay.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgassay.catalog.QualifiedName;

/**
 * Limits to the rows that are made up, such as those of one tenant.
 *
 * @param values that columns have, by table and column; they go before all others
 * @param parents a condition of SQL on the rows of a table that others may point to, by table
 */
public record Confinement(Map<QualifiedName, Map<String, String>> values, Map<QualifiedName, String> parents) {

    /** No limits. */
    public static final Confinement NONE = new Confinement(Map.of(), Map.of());

    /** Copies the maps. */
    public Confinement {
        Map<QualifiedName, Map<String, String>> copy = new LinkedHashMap<>();
        values.forEach((table, columns) -> copy.put(table, Map.copyOf(columns)));
        values = Map.copyOf(copy);
        parents = Map.copyOf(parents);
    }

    /** The values of a table's columns. */
    public Map<String, String> of(QualifiedName table) {
        return values.getOrDefault(table, Map.of());
    }

    /** The condition on the rows of a table that others may point to. */
    public String parent(QualifiedName table) {
        return parents.getOrDefault(table, "true");
    }
}
