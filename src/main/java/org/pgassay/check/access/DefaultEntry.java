package org.pgassay.check.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Evidence;
import org.pgassay.check.access.Stated.Granted;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * Default privileges as a spec states them.
 *
 * @param role the role that makes the objects, as the spec writes it
 * @param schema null for all
 * @param objects such as {@code TABLES}
 */
record DefaultEntry(
        SourceText role, @Nullable String schema, String objects, Map<String, Granted> grants, Location location) {

    private static final Map<String, ObjectKind> KINDS = Map.of(
            "TABLES", ObjectKind.TABLE,
            "SEQUENCES", ObjectKind.SEQUENCE,
            "FUNCTIONS", ObjectKind.FUNCTION,
            "TYPES", ObjectKind.TYPE,
            "SCHEMAS", ObjectKind.SCHEMA);

    /** The entry that a node states; nothing if it lacks what the JSON Schema asks for. */
    static Optional<DefaultEntry> of(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        Optional<SourceText> role = StatedObjects.text(mapping.get("for"));
        Optional<String> on =
                StatedObjects.text(mapping.get("on")).map(each -> each.text().toUpperCase(Locale.ROOT));
        if (role.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        String schema =
                StatedObjects.text(mapping.get("in")).map(SourceText::text).orElse(null);
        return Optional.of(new DefaultEntry(
                role.get(), schema, on.get(), StatedObjects.grants(mapping.get("grants")), mapping.location()));
    }

    /** The entries of a spec. */
    static List<DefaultEntry> all(AccessSection section) {
        return section.defaultPrivileges().stream()
                .map(DefaultEntry::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The kind of the objects that get the privileges. */
    ObjectKind kind() {
        return Objects.requireNonNull(KINDS.get(objects), objects);
    }

    String subject(RoleWords words) {
        return DefaultPrivileges.subject(words.shown(role.text()), schema, objects);
    }

    /** What the database has set, if anything. */
    Optional<DefaultPrivileges> find(RoleWords words, Evidence evidence) {
        String name = words.role(role.text(), evidence);
        return alike(evidence.catalog())
                .filter(each -> each.role().equals(name))
                .findFirst();
    }

    /** What is set for the same objects, by any role. */
    Stream<DefaultPrivileges> alike(Catalog catalog) {
        return catalog.defaultPrivileges().stream()
                .filter(each ->
                        Objects.equals(each.schema(), schema) && each.objects().equals(objects));
    }

    /** The stated privileges, by the role as the spec writes it. */
    Map<String, List<StatedPrivilege>> privileges() {
        Map<String, List<StatedPrivilege>> read = new LinkedHashMap<>();
        grants.forEach((word, granted) -> read.put(word, AccessProblems.read(granted, kind())));
        return read;
    }
}
