package org.pgassay.check.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Names;
import org.pgassay.check.plan.PlanSection.ColumnSpec;
import org.pgassay.check.plan.PlanSection.ExpectSpec;
import org.pgassay.check.plan.PlanSection.GrowthSpec;
import org.pgassay.check.plan.PlanSection.QuerySpec;
import org.pgassay.check.plan.PlanSection.SizeSpec;
import org.pgassay.plan.StatisticsFileException;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.spec.Suggestions;
import org.pgassay.sql.NamedParameters;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;
import org.pgassay.sql.Token;

/** What is wrong with stated queries and sizes beyond what the JSON Schema can say. */
final class PlanProblems {

    /** What EXPLAIN takes, and rolls back if it is run. */
    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "values", "with", "table");

    private static final double SPAN = 100;

    private final Spec spec;
    private final Names names;
    private final List<Problem> problems = new ArrayList<>();

    private PlanProblems(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
    }

    static List<Problem> of(Spec spec) {
        PlanProblems problems = new PlanProblems(spec);
        spec.section(PlanSection.class).queryPlans().forEach(problems::query);
        return problems.problems;
    }

    private void add(Location location, String text) {
        problems.add(new Problem(location, text));
    }

    private void query(String name, QuerySpec query) {
        if (name.isBlank()) {
            add(query.location(), "a query needs a name");
        }
        sql(query);
        file(query.statistics());
        query.at().forEach(this::size);
        repeated(query);
        if (query.expect() != null) {
            expectation(query.expect());
        }
        if (query.grows() != null) {
            growth(query.grows(), query);
        }
        if (query.as() != null
                && query.as().text().equals("application")
                && spec.roles().application() == null) {
            add(
                    query.as().location(),
                    "the spec does not say as which role the application works; name it under"
                            + " 'roles: {application: …}'");
        }
    }

    private void sql(QuerySpec query) {
        SourceText sql = query.sql();
        try {
            List<Statements.Statement> statements = Statements.of(sql.text());
            if (statements.size() != 1) {
                add(
                        sql.location(),
                        "found " + statements.size() + " statements, expected one; give each a name of its own");
                return;
            }
            Token first = SqlLexer.tokens(sql.text()).get(0);
            if (!first.isSymbol('(') && FIRST_WORDS.stream().noneMatch(first::is)) {
                add(
                        sql.at(first.offset()),
                        "'" + first.text() + "' begins no query that has a plan: SELECT, INSERT, UPDATE, DELETE, MERGE,"
                                + " VALUES, WITH and TABLE do");
                return;
            }
            params(query, NamedParameters.of(sql.text()));
        } catch (SqlSyntaxException e) {
            add(sql.at(e.offset()), String.valueOf(e.getMessage()));
        }
    }

    private void params(QuerySpec query, NamedParameters parameters) {
        if (parameters.numbered()) {
            add(query.sql().location(), "parameters have names here; write :name instead of $1");
            return;
        }
        for (String name : parameters.names()) {
            if (!query.params().containsKey(name)) {
                add(
                        query.sql().location(),
                        "the parameter :" + name
                                + " is given no value; add it under 'params', because the plan depends on it"
                                + Suggestions.didYouMean(name, query.params().keySet()));
            }
        }
        query.params().forEach((name, value) -> {
            // A tenant's context takes values that the query itself does not have.
            if (!parameters.names().contains(name) && !isTenantColumn(name)) {
                add(
                        value.location(),
                        "the query has no parameter :" + name + Suggestions.didYouMean(name, parameters.names()));
            }
        });
    }

    private boolean isTenantColumn(String name) {
        return spec.document().descend(List.of("tenancy", "columns", name)) != null;
    }

    private void file(@Nullable SourceText file) {
        if (file == null) {
            return;
        }
        Path path = spec.folder().resolve(file.text());
        if (!Files.isRegularFile(path)) {
            add(file.location(), "there is no file " + file.text() + " beside the spec");
            return;
        }
        try {
            Queries.read(path);
        } catch (StatisticsFileException e) {
            add(file.location(), file.text() + ": " + e.getMessage());
        }
    }

    private void size(String table, SizeSpec size) {
        String fault = names.fault(table);
        if (!fault.isEmpty()) {
            add(size.location(), fault);
        }
        size.columns().forEach(this::column);
    }

    private void column(String name, ColumnSpec column) {
        double shares = column.common().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Double nulls = column.nulls();
        if (shares + (nulls == null ? 0 : nulls) > 1.000001) {
            add(column.location(), "the shares of " + name + " come to more than 1");
        }
        if (!column.range().isEmpty() && !column.bounds().isEmpty()) {
            add(column.location(), "'range' and 'bounds' both say where the values of " + name + " lie; state one");
        }
        SourceText distinct = column.distinct();
        if (distinct != null && !distinct.text().equals("unique")) {
            double value = Double.parseDouble(distinct.text().replace("_", ""));
            if (value == 0 || value < -1) {
                add(
                        distinct.location(),
                        "'" + distinct.text()
                                + "' is no number of values: above 0 it is how many there are, from -1 to 0 the"
                                + " share of the rows that has a value of its own");
            }
        }
    }

    /** A table may be written in several ways. */
    private void repeated(QuerySpec query) {
        List<String> seen = new ArrayList<>();
        query.at().forEach((table, size) -> {
            String name = names.resolve(table).sql();
            if (seen.contains(name)) {
                add(size.location(), "the size of " + table + " is stated twice");
            }
            seen.add(name);
        });
    }

    private void expectation(ExpectSpec expect) {
        for (Map.Entry<String, SourceText> entry : expect.prunes().entrySet()) {
            List<String> words = List.of(entry.getValue().text().split(" of "));
            if (words.size() == 2 && Integer.parseInt(words.get(0)) > Integer.parseInt(words.get(1))) {
                add(entry.getValue().location(), "there cannot be read more partitions than there are");
            }
        }
    }

    private void growth(GrowthSpec grows, QuerySpec query) {
        if (query.at().isEmpty()) {
            add(grows.location(), "nothing is said of a table that could grow; state its size and columns under 'at'");
            return;
        }
        SourceText table = grows.table();
        if (table != null
                && query.at().keySet().stream()
                        .noneMatch(each -> names.resolve(each).equals(names.resolve(table.text())))) {
            add(
                    table.location(),
                    "'at' says nothing of " + table.text()
                            + Suggestions.didYouMean(table.text(), query.at().keySet()));
        }
        List<Double> rows = grows.rows();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i) <= rows.get(i - 1)) {
                add(grows.location(), "the sizes under 'rows' are not ascending");
                return;
            }
        }
        if (rows.get(rows.size() - 1) < SPAN * rows.get(0)) {
            add(
                    grows.location(),
                    "the last of 'rows' must be a hundred times the first at least: growth shows over decades only");
        }
    }
}
