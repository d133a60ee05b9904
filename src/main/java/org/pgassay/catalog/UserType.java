package org.pgassay.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enum, domain, composite or range type; the row types of tables and views are not among them.
 *
 * @param labels an enum's labels in their order
 * @param fields a composite type's attributes, each as {@code name type}
 * @param parts a composite type's attributes and a domain's constraints, with their comments
 * @param grants as {@link Table#grants}; USAGE for PUBLIC, which PostgreSQL grants by itself, is among them
 * @param definition a domain's base type, default, nullability and checks as CREATE DOMAIN … AS takes them, or what a
 *     range is made of as CREATE TYPE … AS RANGE takes it; null for the others
 */
public record UserType(
        QualifiedName name,
        Kind kind,
        String owner,
        List<String> labels,
        List<String> fields,
        @Nullable String definition,
        List<Part> parts,
        List<Grant> grants,
        @Nullable String comment)
        implements Described {

    /** The kinds of user-defined type. */
    public enum Kind {
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE
    }

    /**
     * An attribute or a constraint, as far as it has a comment of its own.
     *
     * @param comment null for none
     */
    public record Part(String name, @Nullable String comment) {}

    /** Copies the lists. */
    public UserType {
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        grants = List.copyOf(grants);
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("kind", kind.name().toLowerCase(Locale.ROOT))
                .add(
                        "labels",
                        labels.stream()
                                .map(label -> "'" + label.replace("'", "''") + "'")
                                .toList())
                .add("attributes", fields)
                .add("definition", definition)
                .all();
    }
}
