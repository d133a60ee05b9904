package org.pgassay.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.pgassay.spec.SpecSchema;
import org.pgassay.verify.Families;

/** The JSON Schema of the spec language by the places of a spec, and specs that have a value at a place. */
final class SpecPlaces {

    /** The step to what stands under any name. */
    static final String NAME = "NAME";

    /** The step to an item of a list. */
    static final String ENTRY = "ENTRY";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names that stand for NAME, where a reader of the example expects something better than "example". */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("tables", "orders"),
            Map.entry("tables.NAME.columns", "status"),
            Map.entry("tables.NAME.indexes", "ix_orders_status"),
            Map.entry("tables.NAME.constraints", "ck_orders_status"),
            Map.entry("tables.NAME.triggers", "trg_orders_touch"),
            Map.entry("tables.NAME.rowSecurity.policies", "tenant"),
            Map.entry("tables.NAME.rules", "keep"),
            Map.entry("schemas", "audit"),
            Map.entry("triggers", "trg_orders_touch"),
            Map.entry("functions", "total(integer)"),
            Map.entry("features", "ordering"),
            Map.entry("rules", "foreign-keys-indexed"),
            Map.entry("partitions", "events"));

    /** What a spec needs beside the value at a place, to be without problems. */
    private static final Map<String, String> COMPANIONS = Map.of(
            "defaults",
            "{\"tables\": {\"orders\": {}}}",
            "tables.NAME.use",
            "{\"defaults\": {\"timestamps\": {\"columns\": {\"created_at\": \"timestamptz not null\"}}}}");

    private final JsonNode schema = parse(new SpecSchema(Families.sections()).text());

    /**
     * A place in a spec and what the schema says of it.
     *
     * @param steps keys, {@link #NAME} or {@link #ENTRY}
     * @param node the schema of the value, without the definition that it refers to
     */
    record Place(List<String> steps, JsonNode node) {

        String text() {
            return String.join(".", steps);
        }

        Place to(String step, JsonNode inner) {
            List<String> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Place(List.copyOf(longer), inner);
        }
    }

    /** The places of the top-level keys, in the schema's order; tables first, as they have most of the definitions. */
    List<Place> topLevel() {
        return properties(new Place(List.of(), schema)).stream()
                .sorted(Comparator.comparing(place -> !place.text().equals("tables")))
                .toList();
    }

    /** The places of a mapping's known keys. */
    List<Place> properties(Place place) {
        List<Place> inner = new ArrayList<>();
        resolve(place.node())
                .path("properties")
                .properties()
                .forEach(property -> inner.add(place.to(property.getKey(), property.getValue())));
        return inner;
    }

    /** The node with what it refers to, whose keywords are behind its own. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        ObjectNode whole = schema.at(node.path("$ref").asText().substring(1)).deepCopy();
        node.properties().stream()
                .filter(each -> !each.getKey().equals("$ref"))
                .forEach(each -> whole.set(each.getKey(), each.getValue()));
        return whole;
    }

    /** All places with examples, each once. */
    List<Place> withExamples() {
        List<Place> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        topLevel().forEach(place -> collect(place, found, seen));
        return found;
    }

    private void collect(Place place, List<Place> found, Set<String> seen) {
        JsonNode node = resolve(place.node());
        // A definition that was seen elsewhere has the same examples there.
        if (place.node().has("$ref") && !seen.add(place.node().path("$ref").asText())) {
            return;
        }
        if (node.has("examples")) {
            found.add(place);
        }
        properties(place).forEach(inner -> collect(inner, found, seen));
        if (node.path("additionalProperties").isObject()) {
            collect(place.to(NAME, node.path("additionalProperties")), found, seen);
        }
        if (node.has("items")) {
            collect(place.to(ENTRY, node.path("items")), found, seen);
        }
    }

    /** A spec, without its id, that has the value at the place, and around it what it cannot be without. */
    ObjectNode document(Place place, JsonNode value) {
        ObjectNode document = (ObjectNode) around(schema, place.steps(), 0, value);
        COMPANIONS.forEach((start, companion) -> {
            if (place.text().startsWith(start)) {
                document.setAll((ObjectNode) parse(companion));
            }
        });
        if (document.toString().contains("$application") && !document.has("roles")) {
            document.setAll(
                    (ObjectNode) parse("{\"roles\": {\"owner\": \"shop_owner\", \"application\": \"shop_app\"}}"));
        }
        return document;
    }

    private JsonNode around(JsonNode of, List<String> steps, int done, JsonNode value) {
        if (done == steps.size()) {
            return value;
        }
        JsonNode node = resolve(of);
        String step = steps.get(done);
        if (step.equals(ENTRY)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            return list.add(around(node.path("items"), steps, done + 1, value));
        }
        if (step.equals(NAME)) {
            String name = NAMES.getOrDefault(String.join(".", steps.subList(0, done)), "example");
            ObjectNode mapping = JsonNodeFactory.instance.objectNode();
            boolean known = node.path("properties").has(name);
            JsonNode inner = known ? node.path("properties").path(name) : node.path("additionalProperties");
            return mapping.set(name, around(inner, steps, done + 1, value));
        }
        ObjectNode mapping = done == 0 ? JsonNodeFactory.instance.objectNode() : siblings(node, step);
        mapping.set(step, around(node.path("properties").path(step), steps, done + 1, value));
        return mapping;
    }

    /** What a mapping must have beside a key: an example of the mapping that has the key, or the keys that are required. */
    private ObjectNode siblings(JsonNode node, String key) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        if (!node.has("required") && !node.has("dependentRequired")) {
            return mapping;
        }
        for (JsonNode example : node.path("examples")) {
            if (example.has(key)) {
                return example.deepCopy();
            }
        }
        node.path("required").forEach(required -> mapping.set(required.asText(), sample(node, required.asText())));
        return mapping;
    }

    /** A value for a required key; the definition of an object is one of its short forms. */
    private JsonNode sample(JsonNode node, String key) {
        JsonNode property = resolve(node.path("properties").path(key));
        JsonNode examples = key.equals("is") ? node.path("examples") : property.path("examples");
        JsonNode choices = property.has("enum") ? property.path("enum") : examples;
        return StreamSupport.stream(choices.spliterator(), false)
                .filter(choice -> !key.equals("is") || choice.isTextual())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the required key " + key + " needs an example: " + node));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + json, e);
        }
    }
}
