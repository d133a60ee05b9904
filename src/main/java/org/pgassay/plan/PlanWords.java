package org.pgassay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says plans in words. */
public final class PlanWords {

    private static final List<String> SHOWN = List.of(
            "Index Cond",
            "Recheck Cond",
            "Hash Cond",
            "Merge Cond",
            "Join Filter",
            "Filter",
            "Sort Key",
            "Presorted Key",
            "Group Key",
            "Subplans Removed");

    private PlanWords() {}

    /** A plan's nodes, each before those below it. */
    public static List<PlanNode> nodes(PlanNode root) {
        List<PlanNode> nodes = new ArrayList<>();
        add(root, nodes);
        return nodes;
    }

    private static void add(PlanNode node, List<PlanNode> nodes) {
        nodes.add(node);
        node.children().forEach(child -> add(child, nodes));
    }

    /** What a node does, such as {@code Index Scan using ix on t}. */
    public static String step(PlanNode node) {
        StringBuilder words = new StringBuilder(type(node));
        if (node.index() != null) {
            words.append(node.relation() == null ? " on " : " using ").append(node.index());
        }
        if ("Backward".equals(node.details().get("Scan Direction"))) {
            words.append(" backward");
        }
        if (node.relation() != null) {
            words.append(" on ").append(node.relation());
            if (node.alias() != null && !node.alias().equals(node.relation())) {
                words.append(" ").append(node.alias());
            }
        }
        return words.toString();
    }

    private static String type(PlanNode node) {
        String kind = switch (node.type()) {
            case "ModifyTable" -> node.details().getOrDefault("Operation", node.type());
            case "Aggregate" -> aggregate(node.details().getOrDefault("Strategy", "Plain"));
            default -> node.type();
        };
        String join = node.details().getOrDefault("Join Type", "Inner");
        String joined = join.equals("Inner") ? kind : join + " " + kind;
        return "true".equals(node.details().get("Parallel Aware")) ? "Parallel " + joined : joined;
    }

    private static String aggregate(String strategy) {
        return switch (strategy) {
            case "Sorted" -> "GroupAggregate";
            case "Hashed" -> "HashAggregate";
            case "Mixed" -> "MixedAggregate";
            default -> "Aggregate";
        };
    }

    /** The shape of a plan on one line: a node, and behind {@code >} what is below it. */
    public static String shape(PlanNode node) {
        return switch (node.children().size()) {
            case 0 -> step(node);
            case 1 -> step(node) + " > " + shape(node.children().get(0));
            default ->
                step(node)
                        + node.children().stream().map(PlanWords::shape).collect(Collectors.joining(", ", " (", ")"));
        };
    }

    /** What a node says of itself: its conditions and keys. */
    public static List<String> conditions(PlanNode node) {
        return SHOWN.stream()
                .filter(node.details()::containsKey)
                .map(key -> key + ": " + node.details().get(key))
                .toList();
    }

    /** A node's cost and rows, as estimated; and what it really did, if it was run. */
    public static String figures(PlanNode node) {
        return "cost " + cost(node.totalCost()) + ", " + count(node.rows(), "row")
                + Actual.of(node).map(PlanWords::figures).orElse("");
    }

    private static String figures(Actual actual) {
        if (actual.loops() == 0) {
            return "; never run";
        }
        return "; really " + count(actual.rows(), "row")
                + (actual.loops() > 1 ? " in each of " + count(actual.loops(), "run") : "") + ", "
                + count((double) actual.pages(), "page") + (actual.spill().isEmpty() ? "" : ", " + actual.spill());
    }

    /** The plan as indented lines; those of the marked nodes, counted as in {@link #nodes}, say so. */
    public static List<String> lines(PlanNode root, List<Integer> marked) {
        List<String> lines = new ArrayList<>();
        lines(root, 0, marked, new int[] {0}, lines);
        return lines;
    }

    private static void lines(PlanNode node, int depth, List<Integer> marked, int[] next, List<String> lines) {
        boolean mark = marked.contains(next[0]++);
        String indent = "  ".repeat(depth);
        lines.add(indent + step(node) + " (" + figures(node) + ")" + (mark ? "  ◄" : ""));
        conditions(node).forEach(condition -> lines.add(indent + "    " + condition));
        node.children().forEach(child -> lines(child, depth + 1, marked, next, lines));
    }

    /** A cost with two digits behind the point. */
    public static String cost(double cost) {
        return String.format(Locale.ROOT, "%,.2f", cost);
    }

    /** A number of things in words. */
    public static String count(double number, String thing) {
        return String.format(Locale.ROOT, "%,.0f ", number) + thing + (number == 1 ? "" : "s");
    }

    /** By what factor a cost is another one. */
    public static String factor(double larger, double smaller) {
        double factor = smaller <= 0 ? 1 : larger / smaller;
        return String.format(Locale.ROOT, factor < 10 ? "%.2f" : "%,.0f", factor);
    }

    /** Sizes of tables, such as {@code agent_tasks with 50,000,000 rows}. */
    public static String sizes(Map<String, Double> rows) {
        return rows.entrySet().stream()
                .map(table -> table.getKey() + " with " + count(table.getValue(), "row"))
                .collect(Collectors.joining(", "));
    }
}
