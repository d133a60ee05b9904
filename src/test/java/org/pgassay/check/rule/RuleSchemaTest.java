package org.pgassay.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.spec.SpecSchema;
import org.pgassay.verify.Families;

/** Holds the rules and their part of the JSON Schema together, in both directions. */
class RuleSchemaTest {

    private static final List<String> COMMON = List.of("on", "except", "severity");

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(new SpecSchema(Families.sections()).text());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @Test
    void everyRuleIsAKeyAndEveryKeyARule() {
        List<String> keys = new ArrayList<>();
        schema().at("/properties/rules/properties").fieldNames().forEachRemaining(keys::add);

        assertThat(keys)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(rules().map(Rule::id).toList());
        assertThat(rules().map(Rule::id)).allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleTakesWhatItDeclares(Rule rule) {
        JsonNode whole = schema();
        JsonNode property = whole.at("/properties/rules/properties/" + rule.id());
        JsonNode definition = whole.at(property.path("$ref").asText().substring(1));

        assertThat(property.path("description").asText()).endsWith(".");
        for (JsonNode each : List.of(definition, definition.path("items"))) {
            List<String> keys = new ArrayList<>();
            each.path("properties").fieldNames().forEachRemaining(keys::add);
            List<String> declared = new ArrayList<>(COMMON);
            rule.parameters().forEach(parameter -> declared.add(parameter.name()));

            assertThat(keys).as(rule.id()).containsExactlyInAnyOrderElementsOf(declared);
            for (Parameter parameter : rule.parameters()) {
                JsonNode stated = each.path("properties").path(parameter.name());
                assertThat(stated.path("type").toString()).isEqualTo(TYPES.get(parameter.type()));
                assertThat(stated.path("description").asText()).isEqualTo(parameter.description());
            }
        }
    }

    private static final Map<Parameter.Type, String> TYPES = Map.of(
            Parameter.Type.TEXT, "\"string\"",
            Parameter.Type.INTEGER, "\"integer\"",
            Parameter.Type.TEXTS, "[\"string\",\"array\"]");
}
