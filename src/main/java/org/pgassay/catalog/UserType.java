package org.pgassay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum, domain, composite or range type; the row types of tables and views are not among them.
 *
 * @param labels an enum's labels in their order
 * @param attributes a composite type's attributes, each as {@code name type}
 * @param definition a domain's base type, default, nullability and checks as CREATE DOMAIN … AS takes them, or what a
 *     range is made of as CREATE TYPE … AS RANGE takes it; null for the others
 */
public record UserType(
        QualifiedName name,
        Kind kind,
        String owner,
        List<String> labels,
        List<String> attributes,
        @Nullable String definition,
        @Nullable String comment) {

    /** The kinds of user-defined type. */
    public enum Kind {
        ENUM,
        DOMAIN,
        COMPOSITE,
        RANGE
    }

    /** Copies the lists. */
    public UserType {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
    }
}
