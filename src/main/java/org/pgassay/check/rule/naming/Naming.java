package org.pgassay.check.rule.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every name is of the form that the team agreed on; snake case, if the spec states no other. */
public final class Naming implements Rule {

    private static final String PATTERN = "pattern";

    private static final String SNAKE_CASE = "[a-z][a-z0-9_]*";

    @Override
    public String id() {
        return "naming";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.text(
                PATTERN, "The regular expression that a whole name must match; without it [a-z][a-z0-9_]*."));
        Named.KINDS.forEach(kind ->
                parameters.add(Parameter.text(kind, "The regular expression for the names of " + words(kind) + ".")));
        return List.copyOf(parameters);
    }

    private static String words(String key) {
        return key.equals("materializedViews") ? "materialized views" : key;
    }

    @Override
    public List<String> problems(Parameters stated) {
        List<String> problems = new ArrayList<>();
        stated.values().keySet().forEach(key -> {
            String pattern = stated.text(key, SNAKE_CASE);
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                problems.add("'" + pattern + "' is no regular expression: " + e.getDescription());
            }
        });
        return problems;
    }

    @Override
    public List<Judged> judge(Scope scope) {
        Parameters stated = scope.parameters();
        Map<String, Pattern> patterns = new TreeMap<>();
        Named.KINDS.forEach(kind ->
                patterns.put(kind, Pattern.compile(stated.text(kind, stated.text(PATTERN, SNAKE_CASE)))));
        return Named.all(scope).stream()
                .map(named -> judged(named, patterns.getOrDefault(named.key(), Pattern.compile(SNAKE_CASE))))
                .toList();
    }

    private static Judged judged(Named named, Pattern pattern) {
        return new Judged(
                named.object(),
                named.host(),
                pattern.matcher(named.name()).matches()
                        ? null
                        : new Breach(
                                named.words()
                                        + " is not named as agreed: whoever writes a query must look the name up, and"
                                        + " may have to quote it.",
                                "Give it a name that matches " + pattern + ".",
                                pattern.toString(),
                                named.name()));
    }
}
