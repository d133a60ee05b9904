package org.pgassay.catalog;

import java.util.Comparator;

/**
 * The name of an object and of the schema that holds it, unquoted.
 *
 * @param schema the schema's name
 * @param name the object's name within it
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /** The name as SQL: both parts quoted where PostgreSQL would quote them. */
    public String sql() {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sql();
    }
}
