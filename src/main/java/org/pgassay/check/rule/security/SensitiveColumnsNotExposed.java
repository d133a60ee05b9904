package org.pgassay.check.rule.security;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Glob;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** No column whose name tells of a secret can be read by PUBLIC or by the roles that the spec names. */
public final class SensitiveColumnsNotExposed implements Rule {

    private static final List<String> NAMES = List.of(
            "*password*",
            "*passwd*",
            "*secret*",
            "*token*",
            "*api_key*",
            "*private_key*",
            "ssn",
            "*_ssn",
            "*social_security*",
            "*credit_card*",
            "*card_number*",
            "cvv",
            "iban",
            "*_iban",
            "pin",
            "*_pin");

    @Override
    public String id() {
        return "sensitive-columns-not-exposed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Exposure.ROLES,
                Parameter.texts("columns", "The names that tell of a secret, as patterns; case does not count."));
    }

    /** Only columns of such a name are looked at, in tables and in views. */
    @Override
    public List<Judged> judge(Scope scope) {
        List<Glob> names = scope.parameters().list("columns", NAMES).stream()
                .map(name -> Glob.of(name.toLowerCase(Locale.ROOT)))
                .toList();
        return Stream.concat(
                        scope.catalog().tables().stream()
                                .flatMap(table -> columns(scope, table.name(), table.grants(), table.columns(), names)),
                        scope.catalog().views().stream()
                                .flatMap(view -> columns(scope, view.name(), view.grants(), view.columns(), names)))
                .toList();
    }

    private static Stream<Judged> columns(
            Scope scope, QualifiedName table, List<Grant> whole, List<Column> columns, List<Glob> names) {
        return columns.stream()
                .filter(column -> names.stream()
                        .anyMatch(glob -> glob.matches(column.name().toLowerCase(Locale.ROOT))))
                .map(column -> new Judged(
                        scope.column(table, column.name()), scope.host(table), breach(scope, table, whole, column)));
    }

    private static @Nullable Breach breach(Scope scope, QualifiedName table, List<Grant> whole, Column column) {
        List<String> exposed = Exposure.reading(Exposure.with(whole, List.of(column)), Exposure.roles(scope));
        return exposed.isEmpty()
                ? null
                : new Breach(
                        scope.names().subject(table, column.name())
                                + " tells by its name of a secret, and is open to more than its owner.",
                        "Revoke the right to read it, and grant the other columns one by one.",
                        "no right to read for PUBLIC or the roles that the rule names",
                        String.join("\n", exposed));
    }
}
