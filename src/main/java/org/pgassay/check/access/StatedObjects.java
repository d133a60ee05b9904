package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;
import org.pgassay.check.access.Stated.Granted;
import org.pgassay.check.access.Stated.StatedPart;
import org.pgassay.check.object.StatedObject;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * Reads what stands beside the definition of each object that a spec names: owner, grants and comment are written alike
 * under the key of every kind, and so are read from the document and not from each kind's section.
 */
final class StatedObjects {

    private static final String ABSENT = "absent";

    private static final List<ObjectKind> KINDS = List.of(
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.FUNCTION,
            ObjectKind.TYPE,
            ObjectKind.COLLATION,
            ObjectKind.STATISTICS,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.FOREIGN_SERVER,
            ObjectKind.OTHER);

    private static final Map<String, ObjectKind> PARTS = parts();

    private final Spec spec;
    private final Names names;
    private final List<StatedObject> functions;
    private final List<StatedPart> triggers = new ArrayList<>();

    private StatedObjects(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
        this.functions = StatedObject.all(spec).stream()
                .filter(each -> each.kind() == ObjectKind.FUNCTION)
                .toList();
    }

    private static Map<String, ObjectKind> parts() {
        Map<String, ObjectKind> parts = new LinkedHashMap<>();
        parts.put("columns", ObjectKind.COLUMN);
        parts.put("indexes", ObjectKind.INDEX);
        parts.put("constraints", ObjectKind.CONSTRAINT);
        parts.put("triggers", ObjectKind.TRIGGER);
        parts.put("rules", ObjectKind.RULE);
        return parts;
    }

    /** The objects that a spec names, in the order of their kinds and of the spec. */
    static List<Stated> of(Spec spec) {
        StatedObjects reader = new StatedObjects(spec);
        List<Stated> all = new ArrayList<>();
        for (ObjectKind kind : KINDS) {
            spec.document()
                    .get(kind.plural())
                    .filter(Node.Mapping.class::isInstance)
                    .ifPresent(objects -> ((Node.Mapping) objects)
                            .entries()
                            .forEach((key, entry) ->
                                    reader.object(kind, key, entry).ifPresent(all::add)));
        }
        return List.copyOf(all);
    }

    /** The triggers that are stated at the top, each with the table that it names. */
    static List<StatedPart> triggers(Spec spec) {
        StatedObjects reader = new StatedObjects(spec);
        spec.document()
                .get("triggers")
                .filter(Node.Mapping.class::isInstance)
                .ifPresent(all -> ((Node.Mapping) all)
                        .entries()
                        .forEach((name, entry) -> text(definition(entry.value()))
                                .flatMap(reader::tableOf)
                                .ifPresent(table ->
                                        reader.part(ObjectKind.TRIGGER, table, name, entry, reader.triggers))));
        return List.copyOf(reader.triggers);
    }

    /** The table behind the word ON in a trigger's definition; nothing if there is none, for its own check to say. */
    private Optional<QualifiedName> tableOf(SourceText definition) {
        try {
            List<Token> tokens = SqlLexer.tokens(definition.text());
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("on") && tokens.get(i + 1).isName()) {
                    String name = tokens.get(i + 1).name();
                    boolean qualified = i + 3 < tokens.size()
                            && tokens.get(i + 2).isSymbol('.')
                            && tokens.get(i + 3).isName();
                    return Optional.of(
                            qualified
                                    ? new QualifiedName(name, tokens.get(i + 3).name())
                                    : new QualifiedName(spec.schemas().get(0), name));
                }
            }
        } catch (SqlSyntaxException e) {
            // The check of the trigger's definition reports it at its place.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Stated> object(ObjectKind kind, String key, Node.Entry entry) {
        if (text(definition(entry.value())).filter(StatedObjects::isAbsent).isPresent()) {
            return Optional.empty();
        }
        Target.Whole target = target(kind, key, entry.key());
        Node.Mapping object =
                entry.value() instanceof Node.Mapping mapping ? mapping : new Node.Mapping(entry.key(), Map.of());
        List<StatedPart> parts = new ArrayList<>();
        if (kind == ObjectKind.TABLE || kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW) {
            PARTS.forEach((plural, part) -> parts(part, target.name(), object.get(plural), parts));
            Optional<Node> security = object.get("rowSecurity");
            parts(ObjectKind.POLICY, target.name(), security.flatMap(each -> child(each, "policies")), parts);
        } else if (kind == ObjectKind.TYPE) {
            parts(ObjectKind.COLUMN, target.name(), object.get("attributes"), parts);
            parts(ObjectKind.CONSTRAINT, target.name(), object.get("constraints"), parts);
        }
        return Optional.of(new Stated(
                target,
                entry.key(),
                text(object.get("owner")).orElse(null),
                grants(object.get("grants")),
                text(object.get("comment")).orElse(null),
                texts(object.get("closed")),
                parts));
    }

    private Target.Whole target(ObjectKind kind, String key, Location location) {
        return switch (kind) {
            case SCHEMA, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER -> database(kind, key, Identifiers.quote(key));
            case OTHER -> database(kind, key, key);
            case FUNCTION -> function(location);
            case TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    TYPE,
                    COLLATION,
                    STATISTICS,
                    COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    EXTENSION,
                    DEFAULT_PRIVILEGES -> {
                QualifiedName name = names.resolve(key);
                yield new Target.Whole(names, kind, name, "", names.subject(name));
            }
        };
    }

    private Target.Whole database(ObjectKind kind, String name, String subject) {
        return new Target.Whole(names, kind, new QualifiedName("", name), "", subject);
    }

    /** A function's key is taken apart where its definition is stated. */
    private Target.Whole function(Location location) {
        StatedObject function = functions.stream()
                .filter(each -> each.location().equals(location))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no function is stated at " + location));
        return new Target.Whole(
                names, ObjectKind.FUNCTION, function.name(), Target.text(function.arguments()), function.subject());
    }

    private void parts(ObjectKind kind, QualifiedName table, Optional<Node> parts, List<StatedPart> into) {
        if (parts.isPresent() && parts.get() instanceof Node.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> part(kind, table, name, entry, into));
        }
    }

    private void part(ObjectKind kind, QualifiedName table, String name, Node.Entry entry, List<StatedPart> into) {
        SourceText comment = text(child(entry.value(), "comment")).orElse(null);
        if (text(definition(entry.value())).filter(StatedObjects::isAbsent).isEmpty()) {
            into.add(new StatedPart(new Target.Part(names, kind, table, name), comment));
        }
    }

    private static boolean isAbsent(SourceText text) {
        return text.text().strip().equals(ABSENT);
    }

    /** The single value, or what the key {@code is} has. */
    private static Optional<Node> definition(Node value) {
        return value instanceof Node.Scalar ? Optional.of(value) : child(value, "is");
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    /** A single value that is given; what else stands there the JSON Schema has refused. */
    static Optional<SourceText> text(Optional<Node> node) {
        return node.filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .filter(scalar -> scalar.type() != Node.Scalar.Type.NULL)
                .map(SourceText::new);
    }

    private static List<SourceText> texts(Optional<Node> node) {
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> items = node.get() instanceof Node.Sequence sequence ? sequence.items() : List.of(node.get());
        return items.stream().flatMap(item -> text(Optional.of(item)).stream()).toList();
    }

    /** Privileges by role, as every mapping {@code grants} has them. */
    static Map<String, Granted> grants(Optional<Node> node) {
        Map<String, Granted> grants = new LinkedHashMap<>();
        if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
            mapping.entries().forEach((role, entry) -> {
                Location at = entry.key();
                @Nullable Node value = entry.value();
                grants.put(role, new Granted(at, texts(Optional.ofNullable(value))));
            });
        }
        return grants;
    }
}
