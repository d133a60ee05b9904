package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.pgassay.spec.Key;
import org.pgassay.spec.Location;
import org.pgassay.spec.Section;
import org.pgassay.spec.SpecSchema;

/** The JSON Schema of the spec language is sound, documented, and closed to misspelt keys. */
class SpecSchemaTest {

    /** Keys that this version reads and does not check: what is in them is another version's affair. */
    private static final Set<String> OPEN = Set.of();

    /** Mappings of a measure to what selects among its objects, whose keys the claims themselves refuse by name. */
    private static final Set<String> SELECTIONS =
            Set.of("#/$defs/claim/properties/measure", "#/$defs/claim/properties/of");

    private final JsonNode schema = schema();

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(new SpecSchema(Families.sections()).text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itIsAValidSchemaOfThe202012Draft() {
        var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(meta.validate(schema)).isEmpty();
        assertThat(schema.path("$schema").asText()).isEqualTo(SchemaId.V202012);
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        walk("#", schema, (path, node) -> {
            if (node.has("$ref")) {
                references.add(node.path("$ref").asText());
            }
        });

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(schema.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void everyMappingRefusesUnknownKeys() {
        List<String> open = new ArrayList<>();
        walk("#", schema, (path, node) -> {
            boolean mapping = node.path("type").toString().contains("\"object\"");
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (mapping && !node.has("additionalProperties") && !OPEN.contains(name) && !SELECTIONS.contains(path)) {
                open.add(path);
            }
        });

        assertThat(open).isEmpty();
    }

    @Test
    void everyKeyHasADescription() {
        List<String> bare = new ArrayList<>();
        walk(
                "#",
                schema,
                (path, node) -> node.path("properties").properties().forEach(property -> {
                    if (property.getValue().path("description").asText("").length() < 10) {
                        bare.add(path + "/" + property.getKey());
                    }
                }));

        assertThat(bare).isEmpty();
    }

    @Test
    void everyComponentOfASectionHasItsPlaceInTheSchema() {
        for (Section section : Families.sections()) {
            for (RecordComponent component : section.type().getRecordComponents()) {
                JsonNode property = schema.path("properties").path(key(component));
                assertThat(property.isObject()).as("%s", component).isTrue();
                element(component.getGenericType()).ifPresent(type -> covers(type, valueSchema(property)));
            }
        }
    }

    /** A record's components and a mapping's keys are the same; its place is not written. */
    private void covers(Class<?> type, JsonNode mapping) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != Location.class && !key(component).equals("is")) {
                names.add(key(component));
            }
            element(component.getGenericType())
                    .ifPresent(inner ->
                            covers(inner, valueSchema(mapping.path("properties").path(key(component)))));
        }
        List<String> keys = new ArrayList<>();
        mapping.path("properties").fieldNames().forEachRemaining(keys::add);
        keys.remove("is");
        names.remove("is");
        assertThat(keys).as(type.getName()).containsExactlyInAnyOrderElementsOf(names);
    }

    private JsonNode valueSchema(JsonNode property) {
        JsonNode value = property.has("items") ? property.path("items") : property.path("additionalProperties");
        return value.has("$ref") ? schema.at(value.path("$ref").asText().substring(1)) : value;
    }

    /** The record that a list or a map holds. */
    private static Optional<Class<?>> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (arguments[arguments.length - 1] instanceof Class<?> element
                    && element.isRecord()
                    && element.getEnclosingClass() != null) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(path, node);
        }
        node.properties().forEach(entry -> walk(path + "/" + entry.getKey(), entry.getValue(), visitor));
    }

    /** The key that a component is bound to. */
    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null ? component.getName() : key.value();
    }
}
