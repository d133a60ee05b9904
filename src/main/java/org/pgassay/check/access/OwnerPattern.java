package org.pgassay.check.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Glob;

/**
 * A pattern over objects, such as {@code audit_*} or {@code function sec_*}.
 *
 * @param written as the spec writes it
 * @param kind the kind of object that alone is meant; null for every kind
 * @param glob over the object's name
 */
record OwnerPattern(String written, @Nullable ObjectKind kind, Glob glob) {

    static OwnerPattern of(String written) {
        Optional<ObjectKind> kind = Arrays.stream(ObjectKind.values())
                .filter(each -> written.startsWith(each.word() + " "))
                .max(Comparator.comparingInt(each -> each.word().length()));
        String name = kind.map(
                        each -> written.substring(each.word().length() + 1).strip())
                .orElse(written);
        return new OwnerPattern(written, kind.orElse(null), Glob.of(name));
    }

    /**
     * Whether an object is meant. Without a kind, what has its owner by necessity is not: a sequence that belongs to a
     * column has its table's, and the schema public comes with the database.
     */
    boolean matches(Asset asset) {
        boolean meant = kind == null ? !asset.linked() && !asset.builtIn() : kind == asset.kind();
        return meant && asset.owner() != null && (glob.matches(asset.subject()) || glob.matches(asset.plainName()));
    }
}
