package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Table;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer;
import org.pgassay.check.QueryPlans.Situation.AsItIs;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/** The migrated database must take a query, and have what the spec says of its tables. */
record PlanValid(StatedQuery query, Location location) implements PlanCheck {

    static final String ID = "plan/valid";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> missing = new ArrayList<>();
        query.scale().sizes().forEach(size -> missing.addAll(missing(size, evidence)));
        Answer answer = evidence.plans().plan(query.query(), new AsItIs(Set.of()));
        if (answer instanceof Answer.Refused refused) {
            return List.of(Finding.failed(
                            this,
                            query.name() + " is not accepted, asked as " + refused.role() + ": " + refused.message()
                                    + ".",
                            "Correct the query, or let the migrations make, and grant, what it needs.",
                            "a query that PostgreSQL takes",
                            refused.message())
                    .as(refused.role()));
        }
        String role = evidence.plans().role(query.query());
        if (!missing.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "'at' of " + query.name() + " speaks of what the database does not have: "
                                    + String.join(", ", missing) + ".",
                            "Correct the names.",
                            "tables and columns that there are",
                            "no " + String.join(", no ", missing))
                    .as(role));
        }
        Answer.Planned planned = (Answer.Planned) answer;
        return List.of(Finding.passed(
                        this,
                        query.name() + " is accepted, asked as " + role + ".",
                        "a query that PostgreSQL takes",
                        PlanWords.nodes(planned.root()).size())
                .as(role));
    }

    private List<String> missing(TableSize size, Evidence evidence) {
        String name = query.names().subject(size.table());
        Optional<Table> table = evidence.catalog().table(size.table());
        if (table.isEmpty()) {
            List<String> known = evidence.catalog().tables().stream()
                    .map(each -> query.names().subject(each.name()))
                    .toList();
            return List.of("table " + name + Suggestions.didYouMean(name, known));
        }
        List<String> columns =
                table.get().columns().stream().map(column -> column.name()).toList();
        return size.columns().keySet().stream()
                .filter(column -> column.indexOf('(') < 0 && !columns.contains(column))
                .map(column -> "column " + name + "." + column + Suggestions.didYouMean(column, columns))
                .toList();
    }
}
