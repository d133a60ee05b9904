package org.pgassay.check.object;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.ObjectKind;

/** The kinds of object of this family, with the words that the ids of their checks begin with. */
enum ObjectSort {
    VIEW(ObjectKind.VIEW, "view"),
    MATERIALIZED_VIEW(ObjectKind.MATERIALIZED_VIEW, "materialized-view"),
    SEQUENCE(ObjectKind.SEQUENCE, "sequence"),
    FUNCTION(ObjectKind.FUNCTION, "function"),
    TYPE(ObjectKind.TYPE, "type"),
    EXTENSION(ObjectKind.EXTENSION, "extension"),
    COLLATION(ObjectKind.COLLATION, "collation"),
    STATISTICS(ObjectKind.STATISTICS, "statistics"),
    EVENT_TRIGGER(ObjectKind.EVENT_TRIGGER, "event-trigger"),
    PUBLICATION(ObjectKind.PUBLICATION, "publication"),
    FOREIGN_SERVER(ObjectKind.FOREIGN_SERVER, "foreign-server"),
    OTHER(ObjectKind.OTHER, "other-object");

    private final ObjectKind kind;
    private final String prefix;

    ObjectSort(ObjectKind kind, String prefix) {
        this.kind = kind;
        this.prefix = prefix;
    }

    ObjectKind kind() {
        return kind;
    }

    /** The id of one of its checks. */
    String id(String check) {
        return prefix + "/" + check;
    }

    String word() {
        return kind.word();
    }

    String plural() {
        return kind.word().endsWith("y") ? kind.word().replaceFirst("y$", "ies") : kind.word() + "s";
    }

    /** Whether its objects live in a schema. */
    boolean inSchema() {
        return switch (this) {
            case VIEW, MATERIALIZED_VIEW, SEQUENCE, FUNCTION, TYPE, COLLATION, STATISTICS -> true;
            case EXTENSION, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER, OTHER -> false;
        };
    }

    /** Those whose definition a spec states; of an extension it states the version. */
    static List<ObjectSort> defined() {
        return Arrays.stream(values()).filter(sort -> sort != EXTENSION).toList();
    }

    static Optional<ObjectSort> of(ObjectKind kind) {
        return Arrays.stream(values()).filter(sort -> sort.kind == kind).findFirst();
    }
}
