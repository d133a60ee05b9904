package org.pgassay.postgres.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pgassay.plan.PlanNode;

/** Reads what {@code EXPLAIN (FORMAT JSON)} prints. */
public final class PlanReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Up to PostgreSQL 17 this is added to the cost of a step that is to be avoided. */
    private static final double DISABLED = 1.0e10;

    private static final Set<String> OWN = Set.of(
            "Node Type",
            "Relation Name",
            "Alias",
            "Index Name",
            "Startup Cost",
            "Total Cost",
            "Plan Rows",
            "Plan Width",
            "Disabled",
            "Plans");

    private PlanReader() {}

    /**
     * Reads the plan of one query.
     *
     * @throws IllegalArgumentException if the text is no such plan
     */
    public static PlanNode read(String json) {
        JsonNode plan = tree(json).path(0).path("Plan");
        if (!plan.isObject()) {
            throw new IllegalArgumentException("this is no plan as EXPLAIN (FORMAT JSON) prints it: " + json);
        }
        return node(plan);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no JSON: " + json, e);
        }
    }

    private static PlanNode node(JsonNode node) {
        List<PlanNode> children = new ArrayList<>();
        node.path("Plans").forEach(child -> children.add(node(child)));
        double cost = node.path("Total Cost").asDouble();
        double below = children.stream().mapToDouble(PlanNode::totalCost).sum();
        return new PlanNode(
                node.path("Node Type").asText(),
                text(node, "Relation Name"),
                text(node, "Alias"),
                text(node, "Index Name"),
                node.path("Startup Cost").asDouble(),
                cost,
                node.path("Plan Rows").asDouble(),
                node.path("Plan Width").asInt(),
                node.path("Disabled").asBoolean() || (cost >= DISABLED && below < DISABLED),
                details(node),
                children);
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).asText() : null;
    }

    private static Map<String, String> details(JsonNode node) {
        Map<String, String> details = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!OWN.contains(entry.getKey())) {
                details.put(entry.getKey(), words(entry.getValue()));
            }
        }
        return details;
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(PlanReader::words)
                        .collect(Collectors.joining(", "))
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
