package org.pgassay.check.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.QueryText;
import org.pgassay.check.Rehearsals.Query;
import org.pgassay.check.contract.ContractSection.ContractSpec;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.NamedParameters;

/** Queries that must work at every state that the revisions lead through. */
public final class ContractFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/contract/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ContractSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(new CheckKind(ContractPrepared.ID, ContractPrepared.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        spec.section(ContractSection.class)
                .contracts()
                .values()
                .forEach(contract -> QueryText.problem(contract.sql()).ifPresent(problems::add));
        if (spec.migrations().runner() == Spec.Migrations.Runner.NONE) {
            spec.section(ContractSection.class).contracts().values().stream()
                    .findFirst()
                    .ifPresent(first -> problems.add(new Problem(
                            first.location(),
                            "without migrations there are no states that a query could be tried at; name them under"
                                    + " 'migrations'")));
        }
        return problems;
    }

    @Override
    public List<Check> checks(Spec spec) {
        Map<String, ContractSpec> contracts =
                spec.section(ContractSection.class).contracts();
        Map<String, Query> queries = new LinkedHashMap<>();
        contracts.forEach((name, contract) -> {
            NamedParameters parameters = QueryText.of(contract.sql());
            queries.put(name, new Query(name, parameters.sql(), parameters.count()));
        });
        List<Query> all = List.copyOf(queries.values());
        @Nullable String application = spec.roles().application();
        List<Check> checks = new ArrayList<>();
        contracts.forEach((name, contract) -> checks.add(new ContractPrepared(
                all.stream()
                        .filter(query -> query.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                all,
                text(contract.since()),
                text(contract.until()),
                application != null,
                contract.location())));
        return checks;
    }

    private static @Nullable String text(@Nullable SourceText text) {
        return text == null ? null : text.text();
    }
}
