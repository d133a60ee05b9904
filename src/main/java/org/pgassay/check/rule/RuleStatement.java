package org.pgassay.check.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.check.Glob;
import org.pgassay.check.Names;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;

/**
 * A rule as a spec states it.
 *
 * @param location of the rule's id, or of its item in a list
 * @param several whether the spec states the rule more than once
 * @param on what selects the objects, by their own subject or by that of the table they belong to; empty for all
 * @param except by name or glob, why the rule need not hold
 * @param warning whether a breach is reported and accepted
 */
public record RuleStatement(
        Rule rule,
        Location location,
        boolean several,
        List<String> on,
        Map<String, Exemption> except,
        boolean warning,
        Parameters parameters) {

    private static final List<String> KEYS = List.of("on", "except", "severity");

    private static final String WARNING = "warning";

    /** Copies the collections, keeping their order. */
    public RuleStatement {
        on = List.copyOf(on);
        except = Collections.unmodifiableMap(new LinkedHashMap<>(except));
    }

    /** Why a rule need not hold of something, and where the spec says so. */
    public record Exemption(String reason, Location location) {}

    /** The rules that a spec states, in its order. */
    static List<RuleStatement> of(Spec spec, List<Problem> problems) {
        List<RuleStatement> statements = new ArrayList<>();
        Names names = new Names(spec.schemas());
        if (spec.section(RuleSection.class).rules() instanceof Node.Mapping mapping) {
            mapping.entries()
                    .forEach((id, entry) ->
                            Rules.of(id).ifPresent(rule -> parse(names, rule, entry, statements, problems)));
        }
        return statements;
    }

    /** The rules that a spec without problems states. */
    public static List<RuleStatement> of(Spec spec) {
        return of(spec, new ArrayList<>());
    }

    private static void parse(
            Names names, Rule rule, Node.Entry entry, List<RuleStatement> into, List<Problem> problems) {
        if (entry.value() instanceof Node.Sequence list) {
            list.items().forEach(item -> {
                RuleStatement statement =
                        one(names, rule, item.location(), item, list.items().size() > 1, problems);
                boolean twice = into.stream()
                        .anyMatch(other ->
                                other.rule().equals(rule) && other.name().equals(statement.name()));
                if (twice) {
                    problems.add(new Problem(
                            item.location(),
                            "the rule " + statement.name() + " is stated twice; state another 'on', or one of both"));
                }
                into.add(statement);
            });
        } else {
            into.add(one(names, rule, entry.key(), entry.value(), false, problems));
        }
    }

    private static RuleStatement one(
            Names names, Rule rule, Location location, Node node, boolean several, List<Problem> problems) {
        Node.Mapping mapping = node instanceof Node.Mapping stated ? stated : new Node.Mapping(location, Map.of());
        boolean warning = isWarning(node)
                || mapping.get("severity").filter(RuleStatement::isWarning).isPresent();
        if (node instanceof Node.Scalar scalar && scalar.value().equalsIgnoreCase("false")) {
            problems.add(new Problem(
                    node.location(), "a rule that need not hold is left out; one that holds is stated as true"));
        }
        Parameters parameters = Parameters.parse(rule, mapping, KEYS, problems);
        for (Parameter parameter : rule.parameters()) {
            if (parameter.required() && mapping.get(parameter.name()).isEmpty()) {
                problems.add(new Problem(
                        location, "the rule " + rule.id() + " says nothing without '" + parameter.name() + "'"));
            }
        }
        rule.problems(parameters).forEach(text -> problems.add(new Problem(location, text)));
        rule.plan(names, parameters, problems);
        return new RuleStatement(rule, location, several, on(mapping), except(mapping), warning, parameters);
    }

    private static boolean isWarning(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value().equals(WARNING);
    }

    private static List<String> on(Node.Mapping mapping) {
        Node node = mapping.get("on").orElse(null);
        List<Node> items = node == null ? List.of() : node instanceof Node.Sequence list ? list.items() : List.of(node);
        return items.stream().map(item -> ((Node.Scalar) item).value()).toList();
    }

    private static Map<String, Exemption> except(Node.Mapping mapping) {
        Map<String, Exemption> except = new LinkedHashMap<>();
        if (mapping.get("except").orElse(null) instanceof Node.Mapping stated) {
            stated.entries()
                    .forEach((name, entry) ->
                            except.put(name, new Exemption(((Node.Scalar) entry.value()).value(), entry.key())));
        }
        return except;
    }

    /** The rule's id, with what selects the objects where the spec states the rule more than once. */
    String name() {
        String selection = on.isEmpty() ? "" : " on " + String.join(", ", on);
        String stated = parameters.values().values().stream()
                .flatMap(List::stream)
                .map(each -> each.text())
                .findFirst()
                .map(text -> " " + text)
                .orElse("");
        return several ? rule.id() + stated + selection : rule.id();
    }

    /** Whether the rule is stated for the object. */
    boolean selects(Judged judged) {
        return on.isEmpty() || on.stream().anyMatch(glob -> names(glob, judged));
    }

    /** Whether a name or glob names the object, or what it belongs to. */
    static boolean names(String glob, Judged judged) {
        Glob pattern = Glob.of(glob);
        return glob.equals(judged.object().name())
                || glob.equals(judged.host())
                || pattern.matches(judged.object().name())
                || pattern.matches(judged.host());
    }
}
