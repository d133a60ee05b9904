package org.pgassay.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds nodes against the JSON Schema, and says what is wrong in the words of a spec's author. */
final class SchemaValidator {

    private final JsonNode tree;
    private final JsonSchema schema;

    SchemaValidator(SpecSchema schema) {
        this.tree = schema.tree();
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree, config);
    }

    /**
     * What the schema says of a document.
     *
     * @param problems all that is wrong with it
     * @param sound the document without what is wrong, so that the rest can be looked at further
     */
    record Result(List<Problem> problems, Node.Mapping sound) {}

    /** Holds a document against the schema. */
    Result validate(Node.Mapping root) {
        Result first = once(root);
        // What lost a key that it must have is not sound either.
        Node.Mapping sound = first.sound();
        Node.Mapping before = root;
        while (!sound.equals(before)) {
            before = sound;
            sound = once(sound).sound();
        }
        return new Result(first.problems(), sound);
    }

    private Result once(Node.Mapping root) {
        List<Problem> problems = new ArrayList<>();
        Set<List<Object>> faulty = new HashSet<>();
        for (ValidationMessage message : schema.validate(json(root))) {
            List<Object> path = steps(message.getInstanceLocation());
            Node node = root.descend(path);
            if (node == null) {
                throw new IllegalStateException("no node at " + message.getInstanceLocation());
            }
            // The validator takes the values of a mapping for items: that two of them are equal is no fault.
            if (message.getType().equals("uniqueItems") && node instanceof Node.Mapping) {
                continue;
            }
            problems.add(problem(node, message));
            if (message.getType().equals("additionalProperties")) {
                path.add(message.getProperty());
            }
            faulty.add(path);
        }
        return new Result(problems, faulty.isEmpty() ? root : (Node.Mapping) without(root, new ArrayList<>(), faulty));
    }

    /** The node without what stands at the faulty paths; the document itself stays. */
    private static Node without(Node node, List<Object> path, Set<List<Object>> faulty) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> {
                List<Object> inner = append(path, key);
                if (!faulty.contains(inner)) {
                    entries.put(key, new Node.Entry(entry.key(), without(entry.value(), inner, faulty)));
                }
            });
            return new Node.Mapping(mapping.location(), entries);
        } else if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < sequence.items().size(); i++) {
                List<Object> inner = append(path, i);
                if (!faulty.contains(inner)) {
                    items.add(without(sequence.items().get(i), inner, faulty));
                }
            }
            return new Node.Sequence(sequence.location(), items);
        }
        return node;
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private Problem problem(Node node, ValidationMessage message) {
        if (message.getType().equals("additionalProperties") && node instanceof Node.Mapping mapping) {
            String key = message.getProperty();
            Node.Entry entry = mapping.entries().get(key);
            return new Problem(
                    entry == null ? node.location() : entry.key(),
                    "unknown key '" + key + "'" + Suggestions.didYouMean(key, keys(parent(message))));
        }
        return new Problem(node.location(), text(node, message));
    }

    private String text(Node node, ValidationMessage message) {
        JsonNode parent = parent(message);
        String expects = parent.path("x-expects").asText("");
        JsonNode keyword = parent.path(message.getType());
        return switch (message.getType()) {
            case "type" -> "found " + found(node) + ", expected " + (expects.isEmpty() ? types(keyword) : expects);
            case "required" -> "the key '" + message.getProperty() + "' is missing";
            case "dependentRequired", "minProperties", "maxProperties" ->
                expects.isEmpty() ? message.getMessage() : "expected " + expects;
            case "enum" -> unknown(node, keyword);
            case "minLength" -> "found empty text" + (expects.isEmpty() ? "" : ", expected " + expects);
            case "minItems" -> "the list is empty; name at least one";
            case "uniqueItems" -> "the list names something twice";
            default ->
                "found " + found(node) + (expects.isEmpty() ? ": " + message.getMessage() : ", expected " + expects);
        };
    }

    private static String unknown(Node node, JsonNode choices) {
        List<String> known = new ArrayList<>();
        choices.forEach(choice -> known.add(choice.asText()));
        String suggestion = node instanceof Node.Scalar scalar ? Suggestions.didYouMean(scalar.value(), known) : "";
        return found(node) + " is not known here" + suggestion + "; known: " + String.join(", ", known);
    }

    private static String found(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
            String value = scalar.value().length() > 60 ? scalar.value().substring(0, 60) + "…" : scalar.value();
            String number = scalar.type() == Node.Scalar.Type.TEXT ? "" : scalar.kind() + ", ";
            return number + "'" + value.replace('\n', ' ') + "'";
        }
        return node.kind();
    }

    private static String types(JsonNode types) {
        List<String> phrases = new ArrayList<>();
        Iterable<JsonNode> each = types.isArray() ? types : List.of(types);
        for (JsonNode type : each) {
            phrases.add(
                    switch (type.asText()) {
                        case "string" -> "text (put it in quotes)";
                        case "object" -> "a mapping";
                        case "array" -> "a list";
                        case "integer", "number" -> "a number";
                        case "boolean" -> "true or false";
                        default -> "nothing";
                    });
        }
        return String.join(" or ", phrases);
    }

    private static List<String> keys(JsonNode schemaOfMapping) {
        List<String> known = new ArrayList<>();
        for (Iterator<String> names = schemaOfMapping.path("properties").fieldNames(); names.hasNext(); ) {
            known.add(names.next());
        }
        return known;
    }

    /** The schema that the failed keyword stands in. */
    private JsonNode parent(ValidationMessage message) {
        JsonNode node = tree;
        List<Object> steps = steps(message.getSchemaLocation().getFragment());
        for (Object step : steps.subList(0, steps.size() - 1)) {
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static List<Object> steps(JsonNodePath path) {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            steps.add(path.getElement(i));
        }
        return steps;
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        } else if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> TextNode.valueOf(scalar.value());
            case BOOLEAN ->
                BooleanNode.valueOf(scalar.value().toLowerCase(Locale.ROOT).equals("true"));
            case NULL -> NullNode.getInstance();
            case NUMBER -> number(scalar.value().replace("_", ""));
        };
    }

    private static JsonNode number(String text) {
        return text.matches("[-+]?[0-9]+")
                ? JsonNodeFactory.instance.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text))
                : DecimalNode.valueOf(new BigDecimal(text));
    }
}
