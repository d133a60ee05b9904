package org.pgassay.check.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Rehearsals.Query;
import org.pgassay.check.contract.ContractSection.ContractSpec;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.NamedParameters;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;
import org.pgassay.sql.Token;

/** Queries that must work at every state that the revisions lead through. */
public final class ContractFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/contract/schema.json";

    /** What PREPARE takes. */
    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

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
                .forEach(contract -> problem(contract.sql()).ifPresent(problems::add));
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

    private static Optional<Problem> problem(SourceText sql) {
        try {
            List<Statements.Statement> statements = Statements.of(sql.text());
            if (statements.size() != 1) {
                return Optional.of(new Problem(
                        sql.location(),
                        "found " + statements.size() + " statements, expected one; give each a name of its own"));
            }
            Token first = SqlLexer.tokens(sql.text()).get(0);
            boolean preparable = first.isSymbol('(') || FIRST_WORDS.stream().anyMatch(first::is);
            if (!preparable) {
                return Optional.of(new Problem(
                        sql.at(first.offset()),
                        "'" + first.text() + "' begins no query that can be prepared: SELECT, INSERT, UPDATE, DELETE,"
                                + " MERGE, VALUES, WITH and TABLE do"));
            }
            NamedParameters parameters = NamedParameters.of(sql.text());
            return parameters.numbered()
                    ? Optional.of(new Problem(sql.location(), "parameters have names here; write :name instead of $1"))
                    : Optional.empty();
        } catch (SqlSyntaxException e) {
            return Optional.of(new Problem(sql.at(e.offset()), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public List<Check> checks(Spec spec) {
        Map<String, ContractSpec> contracts =
                spec.section(ContractSection.class).contracts();
        Map<String, Query> queries = new LinkedHashMap<>();
        contracts.forEach((name, contract) -> {
            NamedParameters parameters = NamedParameters.of(
                    Statements.of(contract.sql().text()).get(0).text());
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
