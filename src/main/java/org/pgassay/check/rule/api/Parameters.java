package org.pgassay.check.rule.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Suggestions;

/**
 * The parameters that a spec states of a rule, of the types that the rule declares.
 *
 * @param values by name, each one text or several; in the spec's order
 */
public record Parameters(Map<String, List<SourceText>> values) {

    /** No parameter at all: every one has the rule's default. */
    public static final Parameters NONE = new Parameters(Map.of());

    /** Copies the map, keeping its order. */
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The parameters among the keys of a rule's mapping.
     *
     * @param others the keys that are no parameters
     * @param problems what is not as the rule declares it is added here, and left out
     */
    public static Parameters parse(Rule rule, Node.Mapping mapping, List<String> others, List<Problem> problems) {
        Map<String, List<SourceText>> values = new LinkedHashMap<>();
        List<String> known = rule.parameters().stream().map(Parameter::name).toList();
        mapping.entries().forEach((key, entry) -> {
            Optional<Parameter> parameter = rule.parameters().stream()
                    .filter(each -> each.name().equals(key))
                    .findFirst();
            if (parameter.isPresent()) {
                values.put(key, texts(parameter.get(), entry.value(), problems));
            } else if (!others.contains(key)) {
                List<String> all = new ArrayList<>(others);
                all.addAll(known);
                problems.add(new Problem(
                        entry.key(),
                        "the rule " + rule.id() + " takes no '" + key + "'" + Suggestions.didYouMean(key, all)));
            }
        });
        return new Parameters(values);
    }

    private static List<SourceText> texts(Parameter parameter, Node node, List<Problem> problems) {
        boolean list = node instanceof Node.Sequence && parameter.type() == Parameter.Type.TEXTS;
        List<Node> items = list ? ((Node.Sequence) node).items() : List.of(node);
        List<SourceText> texts = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar && fits(parameter.type(), scalar)) {
                texts.add(new SourceText(scalar));
            } else {
                problems.add(new Problem(
                        item.location(),
                        "found " + item.kind() + ", expected "
                                + switch (parameter.type()) {
                                    case TEXT -> "text";
                                    case INTEGER -> "a whole number";
                                    case TEXTS -> "text, or a list of texts";
                                }));
            }
        }
        return texts;
    }

    private static boolean fits(Parameter.Type type, Node.Scalar scalar) {
        return switch (type) {
            case TEXT, TEXTS ->
                scalar.type() == Node.Scalar.Type.TEXT && !scalar.value().isEmpty();
            case INTEGER -> scalar.value().matches("[0-9][0-9_]{0,8}");
        };
    }

    /** Whether the spec states it. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, where the spec states it. */
    public Optional<String> text(String name) {
        return source(name).map(SourceText::text);
    }

    /** A text and its place, where the spec states it. */
    public Optional<SourceText> source(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** A text, or what it is where the spec does not say. */
    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A number, or what it is where the spec does not say. */
    public int integer(String name, int otherwise) {
        return text(name).map(text -> Integer.valueOf(text.replace("_", ""))).orElse(otherwise);
    }

    /** A list of texts, or what it is where the spec does not say. */
    public List<String> list(String name, List<String> otherwise) {
        List<SourceText> stated = values.get(name);
        return stated == null
                ? otherwise
                : stated.stream().map(SourceText::text).toList();
    }
}
