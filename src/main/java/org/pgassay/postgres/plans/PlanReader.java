package org.pgassay.postgres.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** How many pages a node and those below it have looked at, from memory or not. */
    public static final String PAGES = "Shared Blocks";

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

    /**
     * A plan that was run, without what another run would say otherwise: which of the pages were in memory, what workers and
     * catalogs had to do with it.
     *
     * @throws IllegalArgumentException if the text is no such plan
     */
    public static String comparable(String json) {
        JsonNode tree = tree(json);
        if (!(tree.path(0).path("Plan") instanceof ObjectNode plan)) {
            throw new IllegalArgumentException("this is no plan as EXPLAIN (FORMAT JSON) prints it: " + json);
        }
        for (JsonNode statement : tree) {
            ((ObjectNode) statement).retain("Plan", "Triggers");
        }
        compare(plan);
        return tree.toPrettyString();
    }

    private static void compare(ObjectNode node) {
        long pages = node.path("Shared Hit Blocks").asLong()
                + node.path("Shared Read Blocks").asLong();
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            if ((key.endsWith(" Blocks") && (key.startsWith("Shared ") || key.startsWith("Local ")))
                    || key.startsWith("Workers")
                    || key.equals("JIT")) {
                left.add(key);
            }
        }
        node.remove(left);
        node.put(PAGES, pages);
        node.path("Plans").forEach(child -> compare((ObjectNode) child));
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
