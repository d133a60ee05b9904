package org.pgassay.check.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgassay.check.Evidence;
import org.pgassay.check.Glob;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Suggestions;

/**
 * What a claim counts: all objects of a measure, or those that every criterion selects.
 *
 * @param criteria by attribute, patterns of which one must match
 */
record Selection(Measure measure, Map<String, List<String>> criteria) {

    /** The selection that a spec writes; nothing, and problems, if it is none. */
    static Optional<Selection> parse(Node node, List<Problem> problems) {
        if (node instanceof Node.Scalar scalar) {
            return measure(scalar.value(), node, problems).map(measure -> new Selection(measure, Map.of()));
        }
        Node.Mapping mapping = (Node.Mapping) node;
        Map.Entry<String, Node.Entry> only =
                mapping.entries().entrySet().iterator().next();
        Optional<Measure> measure = measure(only.getKey(), node, problems);
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        if (!(only.getValue().value() instanceof Node.Mapping criteria)
                || criteria.entries().isEmpty()) {
            problems.add(new Problem(
                    only.getValue().value().location(),
                    "expected what selects among the " + only.getKey() + ", such as {name: \"a*\"}"));
            return Optional.empty();
        }
        int before = problems.size();
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        criteria.entries()
                .forEach((attribute, entry) ->
                        patterns.put(attribute, patterns(measure.get(), attribute, entry, problems)));
        return problems.size() > before ? Optional.empty() : Optional.of(new Selection(measure.get(), patterns));
    }

    private static Optional<Measure> measure(String id, Node node, List<Problem> problems) {
        Optional<Measure> measure = Measure.of(id);
        if (measure.isEmpty()) {
            problems.add(new Problem(
                    node.location(),
                    "unknown measure '" + id + "'" + Suggestions.didYouMean(id, Measure.ids()) + "; known: "
                            + String.join(", ", Measure.ids())));
        }
        return measure;
    }

    private static List<String> patterns(Measure measure, String attribute, Node.Entry entry, List<Problem> problems) {
        if (!measure.attributes().contains(attribute)) {
            problems.add(new Problem(
                    entry.key(),
                    measure.id() + " cannot be selected by '" + attribute + "'"
                            + Suggestions.didYouMean(attribute, measure.attributes()) + "; known: "
                            + String.join(", ", measure.attributes())));
        }
        List<String> patterns = new ArrayList<>();
        List<Node> nodes = entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value());
        for (Node node : nodes) {
            if (node instanceof Node.Scalar scalar && !scalar.value().isEmpty()) {
                String pattern = pattern(scalar);
                patterns.add(pattern);
                checkValue(attribute, pattern, scalar.location(), problems);
            } else {
                problems.add(
                        new Problem(node.location(), "expected a pattern such as \"tenant_id*\", or a list of them"));
            }
        }
        return patterns;
    }

    private static String pattern(Node.Scalar scalar) {
        boolean flag = scalar.type() == Node.Scalar.Type.BOOLEAN;
        return flag ? scalar.value().toLowerCase(Locale.ROOT) : scalar.value();
    }

    private static void checkValue(String attribute, String pattern, Location location, List<Problem> problems) {
        List<String> values = Measure.values(attribute);
        Glob glob = Glob.of(pattern);
        if (!values.isEmpty() && values.stream().noneMatch(glob::matches)) {
            problems.add(new Problem(
                    location,
                    "'" + pattern + "' is no value of " + attribute + Suggestions.didYouMean(pattern, values)
                            + "; known: " + String.join(", ", values)));
        }
    }

    /** The names of the objects that are selected. */
    List<String> select(Evidence evidence) {
        return measure.items(evidence).stream()
                .filter(this::selects)
                .map(Measure.Item::name)
                .toList();
    }

    private boolean selects(Measure.Item item) {
        return criteria.entrySet().stream().allMatch(criterion -> {
            List<String> values = item.attributes().getOrDefault(criterion.getKey(), List.of());
            return criterion.getValue().stream()
                    .map(Glob::of)
                    .anyMatch(glob -> values.stream().anyMatch(glob::matches));
        });
    }

    /** As one would write it in a spec. */
    String text() {
        if (criteria.isEmpty()) {
            return measure.id();
        }
        return measure.id() + " "
                + criteria.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + String.join(" | ", entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
