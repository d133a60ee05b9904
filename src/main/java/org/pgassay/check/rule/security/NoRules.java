package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No table or view has rewrite rules: triggers do what they do, and see each row once. */
public final class NoRules implements Rule {

    @Override
    public String id() {
        return "no-rules";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return Stream.concat(
                        scope.catalog().tables().stream()
                                .map(table -> Judged.of(
                                        scope.table(table), breach(scope, table.name(), names(table.rules())))),
                        scope.catalog().views().stream()
                                .map(view ->
                                        Judged.of(scope.view(view), breach(scope, view.name(), names(view.rules())))))
                .toList();
    }

    private static List<String> names(List<org.pgassay.catalog.Rule> rules) {
        return rules.stream().map(rule -> Identifiers.quote(rule.name())).toList();
    }

    private static @Nullable Breach breach(Scope scope, QualifiedName table, List<String> rules) {
        String name = scope.host(table);
        return rules.isEmpty()
                ? null
                : new Breach(
                        name + " has rewrite rules, which change statements before they run: volatile expressions are"
                                + " evaluated again, COPY passes them by, and counts of rows are other than they seem.",
                        "Drop the rules, and use triggers.",
                        "no rules",
                        String.join(", ", rules));
    }
}
