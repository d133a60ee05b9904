package org.pgassay.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A catalog's objects and parts with their attributes, taken from what the fingerprint is made of, so that nothing that
 * it covers can be overlooked.
 */
final class FlatCatalog {

    /** The parts that have names of their own, by the component that lists them. */
    private static final Map<String, ObjectKind> PARTS = Map.of(
            "columns", ObjectKind.COLUMN,
            "constraints", ObjectKind.CONSTRAINT,
            "indexes", ObjectKind.INDEX,
            "triggers", ObjectKind.TRIGGER,
            "policies", ObjectKind.POLICY,
            "rules", ObjectKind.RULE);

    /** The attribute that lists the columns of a table or view. */
    static final String ORDER = "order of columns";

    private static final String NAME = "name";

    private final Map<Difference.Key, Map<String, JsonNode>> objects = new LinkedHashMap<>();

    FlatCatalog(Catalog catalog) {
        JsonNode tree = Fingerprint.tree(catalog);
        tree.path("namespaces").forEach(each -> put(key(ObjectKind.SCHEMA, null, text(each, "name")), each));
        tree.path("tables").forEach(each -> host(ObjectKind.TABLE, each));
        tree.path("views")
                .forEach(each -> host(
                        each.path("materialized").asBoolean() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, each));
        tree.path("sequences").forEach(each -> put(named(ObjectKind.SEQUENCE, each), each));
        tree.path("routines").forEach(this::routine);
        tree.path("types").forEach(each -> put(named(ObjectKind.TYPE, each), each));
        tree.path("extensions").forEach(each -> put(key(ObjectKind.EXTENSION, null, text(each, "name")), each));
        tree.path("objects").forEach(this::object);
        tree.path("defaultPrivileges").forEach(this::defaultPrivileges);
    }

    Map<Difference.Key, Map<String, JsonNode>> objects() {
        return objects;
    }

    private static Difference.Key key(ObjectKind kind, @Nullable String schema, String name) {
        return new Difference.Key(kind, schema, Identifiers.quote(name), null);
    }

    private static Difference.Key named(ObjectKind kind, JsonNode object) {
        JsonNode name = object.path("name");
        return key(kind, text(name, "schema"), text(name, "name"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private void host(ObjectKind kind, JsonNode object) {
        Difference.Key key = named(kind, object);
        put(key, object);
        PARTS.forEach((list, part) ->
                object.path(list).forEach(each -> put(Difference.Key.part(part, key, text(each, "name")), each)));
    }

    private void routine(JsonNode routine) {
        Difference.Key key = named(ObjectKind.FUNCTION, routine);
        put(
                new Difference.Key(
                        key.kind(), key.schema(), key.name() + "(" + text(routine.get("argumentTypes")) + ")", null),
                routine);
    }

    private void object(JsonNode object) {
        ObjectKind kind = ObjectKind.valueOf(text(object, "kind"));
        JsonNode schema = object.path("schema");
        String name = text(object, "name");
        put(
                new Difference.Key(
                        kind,
                        schema.isNull() ? null : schema.asText(),
                        // The identity of what has no kind of its own is SQL already, with its schema.
                        kind == ObjectKind.OTHER ? name : Identifiers.quote(name),
                        null),
                object);
    }

    private void defaultPrivileges(JsonNode entry) {
        JsonNode schema = entry.path("schema");
        String subject = DefaultPrivileges.subject(
                Identifiers.quote(text(entry, "role")),
                schema.isNull() ? null : schema.asText(),
                text(entry, "objects"));
        put(new Difference.Key(ObjectKind.DEFAULT_PRIVILEGES, null, subject, null), entry);
    }

    private void put(Difference.Key key, JsonNode object) {
        Difference.Key free = key;
        for (int i = 2; objects.containsKey(free); i++) {
            free = new Difference.Key(key.kind(), key.schema(), key.name() + " (" + i + ")", key.host());
        }
        objects.put(free, attributes(object));
    }

    private static Map<String, JsonNode> attributes(JsonNode object) {
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals(NAME)) {
                return;
            }
            if (!isParts(name, value)) {
                attribute(words(name), value, attributes);
            } else if (name.equals("columns")) {
                attributes.put(ORDER, names(value));
            }
        });
        return attributes;
    }

    /** An index and a constraint have columns too, which are names and not parts. */
    private static boolean isParts(String name, JsonNode value) {
        return PARTS.containsKey(name)
                && value.isArray()
                && (value.isEmpty() || value.get(0).isObject());
    }

    private static JsonNode names(JsonNode parts) {
        var names = JsonNodeFactory.instance.arrayNode();
        parts.forEach(part -> names.add(part.path("name")));
        return names;
    }

    /** Those of the first list that the second one has too, in the first one's order. */
    static List<JsonNode> common(JsonNode first, JsonNode second) {
        Set<JsonNode> others = stream(second).collect(Collectors.toSet());
        return stream(first).filter(others::contains).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static void attribute(String name, JsonNode value, Map<String, JsonNode> attributes) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> attribute(name + " " + words(field.getKey()), field.getValue(), attributes));
        } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
            attributes.put(name, value);
        }
    }

    /** {@code rowSecurity} as {@code row security}. */
    private static String words(String component) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            words.append(Character.isUpperCase(c) ? " " : "").append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static String role(String name) {
        return name.equals(Grant.PUBLIC) ? name : Identifiers.quote(name);
    }

    /** A value as a report shows it. */
    static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "none";
        } else if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        } else if (value.isArray()) {
            return String.join(", ", stream(value).map(FlatCatalog::text).toList());
        } else if (value.has("privilege")) {
            return text(value, "privilege") + " to " + role(text(value, "role"))
                    + (value.path("grantable").asBoolean() ? " with grant option" : "");
        } else if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            value.properties().forEach(field -> fields.add(words(field.getKey()) + " " + text(field.getValue())));
            return String.join(" ", fields);
        }
        return value.asText();
    }
}
