package org.pgassay.check.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;

/** A row of which the spec states some values. */
record StatedRow(Node.Mapping values) {

    private static final Set<String> WITHOUT_EQUALITY = Set.of("json", "xml");

    Location location() {
        return values.location();
    }

    /** The columns that it states a value of. */
    List<String> columns() {
        return List.copyOf(values.entries().keySet());
    }

    /** Where a column is stated. */
    Location at(String column) {
        Node.Entry entry = values.entries().get(column);
        return entry == null ? location() : entry.key();
    }

    /** As a spec would write it on one line. */
    String text() {
        return values.entries().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue().value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Node value) {
        return value instanceof Node.Scalar scalar
                ? scalar.value()
                : json(value).toString();
    }

    /** The condition that rows of the table meet which have these values. */
    String condition(Table table) {
        return values.entries().entrySet().stream()
                .map(entry -> condition(
                        table.column(entry.getKey()).orElseThrow(),
                        entry.getValue().value()))
                .collect(Collectors.joining(" and "));
    }

    /** A constant without a type is taken for what the column is; an explicit cast would cut off what is too long. */
    private static String condition(Column column, Node value) {
        String name = Identifiers.quote(column.name());
        if (!(value instanceof Node.Scalar scalar)) {
            return "pg_catalog.to_jsonb(" + name + ") = " + constant(json(value).toString()) + "::pg_catalog.jsonb";
        } else if (scalar.type() == Node.Scalar.Type.NULL) {
            return name + " is null";
        } else if (column.type().equals("json")) {
            return name + "::pg_catalog.jsonb = " + constant(scalar.value()) + "::pg_catalog.jsonb";
        } else if (WITHOUT_EQUALITY.contains(column.type())) {
            return name + "::pg_catalog.text = " + constant(scalar.value());
        }
        boolean number = scalar.type() == Node.Scalar.Type.NUMBER;
        return name + " = " + constant(number ? scalar.value().replace("_", "") : scalar.value());
    }

    private static String constant(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = make.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        } else if (node instanceof Node.Sequence sequence) {
            ArrayNode array = make.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.type()) {
            case TEXT -> make.textNode(scalar.value());
            case NUMBER -> number(scalar.value().replace("_", ""));
            case BOOLEAN -> make.booleanNode(Boolean.parseBoolean(scalar.value()));
            case NULL -> make.nullNode();
        };
    }

    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // Infinity and the like, which JSON has no numbers for.
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
