package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * An extension as a spec states it, in a list, with its version, or in a mapping.
 *
 * @param version comparisons with a version; null where the spec does not say
 * @param schema the schema that its objects must be in; null where the spec does not say
 */
record StatedExtension(
        String name,
        Location location,
        @Nullable SourceText version,
        @Nullable SourceText schema,
        @Nullable SourceText comment,
        boolean absent) {

    static List<StatedExtension> all(ObjectsSection section) {
        List<StatedExtension> all = new ArrayList<>();
        Node node = section.extensions();
        if (node instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                text(Optional.of(item))
                        .ifPresent(name ->
                                all.add(new StatedExtension(name.text(), name.location(), null, null, null, false)));
            }
        } else if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> all.add(of(name, entry)));
        }
        return List.copyOf(all);
    }

    private static StatedExtension of(String name, Node.Entry entry) {
        if (entry.value() instanceof Node.Mapping mapping) {
            return new StatedExtension(
                    name,
                    entry.key(),
                    text(mapping.get("version")).orElse(null),
                    text(mapping.get("schema")).orElse(null),
                    text(mapping.get("comment")).orElse(null),
                    false);
        }
        SourceText version = text(Optional.of(entry.value())).orElse(null);
        boolean absent = version != null && version.text().equals("absent");
        return new StatedExtension(name, entry.key(), absent ? null : version, null, null, absent);
    }

    private static Optional<SourceText> text(Optional<Node> node) {
        return node.filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> scalar.type() != Node.Scalar.Type.NULL)
                .map(SourceText::new);
    }

    StatedObject object() {
        return new StatedObject(
                ObjectKind.EXTENSION,
                new QualifiedName("", name),
                null,
                Identifiers.quote(name),
                location,
                comment,
                null,
                Map.of(),
                absent);
    }
}
