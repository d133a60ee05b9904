package org.pgassay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.spec.Key;
import org.pgassay.spec.Location;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SpecSchema;
import org.pgassay.verify.Families;

/** The JSON Schema of the spec language, held against the records that specs are bound to. */
final class SchemaTree {

    private final JsonNode root;

    private SchemaTree(JsonNode root) {
        this.root = root;
    }

    static SchemaTree ofTheSpecLanguage() {
        try {
            return new SchemaTree(new ObjectMapper().readTree(new SpecSchema(Families.sections()).text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> topLevelKeys() {
        return keys(root);
    }

    /** Whether a top-level key takes a list and no mapping. */
    boolean isList(String key) {
        return root.path("properties").path(key).path("type").asText().equals("array");
    }

    /** The names of a record's components that a spec can write. */
    static List<String> names(Class<?> type) {
        return components(type).stream().map(SchemaTree::key).toList();
    }

    private static List<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Location.class)
                .toList();
    }

    /** A section's components are top-level keys; what the records in it have, their schemas have. */
    void holdTopLevel(Class<?> section) {
        for (RecordComponent component : components(section)) {
            JsonNode property = root.path("properties").path(key(component));
            assertThat(property.isObject())
                    .as("the schema's top-level key for " + section.getSimpleName() + "." + key(component))
                    .isTrue();
            holdNested(component.getGenericType(), property);
        }
    }

    /** The properties of a top-level key are the components of a record. */
    void hold(String key, Class<?> type) {
        hold(root.path("properties").path(key), type);
    }

    private void hold(JsonNode schema, Class<?> type) {
        Set<String> known = new TreeSet<>(names(type));
        ShortForm shortForm = type.getAnnotation(ShortForm.class);
        if (shortForm != null) {
            boolean list = components(type).stream()
                    .anyMatch(each -> each.getName().equals(shortForm.value()) && each.getType() == List.class);
            assertThat(types(schema)).as("what " + type + " can be written as").contains(list ? "array" : "string");
        }
        if (shortForm != null && !schema.path("properties").has(shortForm.value())) {
            // Written as the single value only, such as the word absent.
            known.remove(shortForm.value());
        }
        assertThat(new TreeSet<>(keys(schema)))
                .as("the schema's properties, against the components of " + type)
                .isEqualTo(known);
        components(type)
                .forEach(component -> holdNested(
                        component.getGenericType(), schema.path("properties").path(key(component))));
    }

    private void holdNested(Type type, JsonNode property) {
        JsonNode schema = resolved(property);
        if (type instanceof Class<?> nested && isOfASpec(nested)) {
            hold(schema, nested);
        } else if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            boolean map = many.getRawType() == Map.class;
            holdNested(of[of.length - 1], schema.path(map ? "additionalProperties" : "items"));
        }
    }

    /** Records of a section; those of the reader hold what has no shape of its own. */
    private static boolean isOfASpec(Class<?> type) {
        return type.isRecord() && !type.getPackageName().equals(Location.class.getPackageName());
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        return types;
    }

    private static List<String> keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The places of all properties, items and definitions that say nothing of what they are. */
    List<String> undescribed() {
        List<String> places = new ArrayList<>();
        undescribed("#", root, places);
        return places;
    }

    private static void undescribed(String place, JsonNode schema, List<String> places) {
        if (schema.path("description").asText("").isBlank() && !schema.has("$ref")) {
            places.add(place);
        }
        Map<String, JsonNode> inner = new LinkedHashMap<>();
        for (String key : List.of("properties", "$defs")) {
            schema.path(key).properties().forEach(each -> inner.put(key + "/" + each.getKey(), each.getValue()));
        }
        for (String key : List.of("items", "additionalProperties")) {
            if (schema.path(key).isObject()) {
                inner.put(key, schema.path(key));
            }
        }
        inner.forEach((step, node) -> undescribed(place + "/" + step, node, places));
    }

    /** The key that a component is bound to. */
    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null ? component.getName() : key.value();
    }
}
