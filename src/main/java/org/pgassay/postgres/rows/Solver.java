package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.rows.Choices;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Condition;
import org.pgassay.rows.Search;
import org.pgassay.rows.TablePlan;

/** Finds values for the columns that conditions tie together. */
final class Solver {

    private static final int USUAL_EFFORT = 30_000;
    private static final int GREAT_EFFORT = 250_000;

    private final Session session;
    private final TablePlan plan;
    private final Candidates candidates;

    Solver(Session session, TablePlan plan, Candidates candidates) {
        this.session = session;
        this.plan = plan;
        this.candidates = candidates;
    }

    /** Values, or why there are none. */
    sealed interface Answer {

        record Found(Map<String, @Nullable String> values) implements Answer {}

        record None(Refusal refusal) implements Answer {}
    }

    /**
     * Values for all columns that the conditions name.
     *
     * @param attempt how often it was asked before, for conditions that cannot be evaluated and only be tried
     */
    Answer solve(Candidates.Situation usual, int attempt) throws SQLException {
        Candidates.Situation wide = new Candidates.Situation(
                usual.number(), usual.row(), usual.forced(), usual.required(), usual.conditions(), true);
        Answer first = solve(usual, USUAL_EFFORT, attempt);
        return first instanceof Answer.Found ? first : solve(wide, GREAT_EFFORT, attempt);
    }

    private Answer solve(Candidates.Situation situation, int effort, int attempt) throws SQLException {
        Set<String> named = new LinkedHashSet<>();
        situation.conditions().forEach(condition -> named.addAll(condition.columns()));
        List<Choices> choices = new ArrayList<>();
        for (String name : named) {
            ColumnPlan column = Objects.requireNonNull(plan.columns().get(name));
            Choices each = candidates.choices(column, situation);
            if (each.values().isEmpty()) {
                return new Answer.None(withoutChoice(column));
            }
            choices.add(each);
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Search search : Search.of(choices, situation.conditions(), effort)) {
            List<@Nullable String> answer;
            try {
                answer = first(session.ask(search.sql(1)));
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
                answer = guess(search, attempt);
            }
            if (answer.isEmpty()) {
                return new Answer.None(culprit(search));
            }
            for (int i = 0; i < answer.size(); i++) {
                values.put(search.columns().get(i), answer.get(i));
            }
        }
        return new Answer.Found(values);
    }

    private static List<@Nullable String> first(List<List<@Nullable String>> answer) {
        return answer.isEmpty() ? List.of() : answer.get(0);
    }

    /** Where a condition cannot be evaluated for all values at once, combinations are tried one after the other. */
    private static List<@Nullable String> guess(Search search, int attempt) {
        List<@Nullable String> values = new ArrayList<>();
        int rest = attempt;
        for (Choices choices : search.choices()) {
            int size = Math.min(7, choices.values().size());
            values.add(choices.values().get(rest % size));
            rest /= size;
        }
        return values;
    }

    /** The condition with which the search comes to nothing. */
    private Refusal culprit(Search search) throws SQLException {
        int step = 1;
        while (step < search.steps() && !session.ask(search.existence(step)).isEmpty()) {
            step++;
        }
        List<Condition> decided = search.decidedBy(step);
        List<Condition> conditions = decided.isEmpty() ? search.conditions() : decided;
        Condition last = conditions.get(conditions.size() - 1);
        return Refusal.unsolved(
                conditions,
                state(last.constraint()),
                "no combination of the values that were tried for " + String.join(", ", last.columns()) + " satisfies "
                        + last.constraint());
    }

    private String state(String name) {
        return plan.table()
                .constraint(name)
                .map(constraint -> stateOf(constraint.type()))
                .orElse(plan.table().index(name).isPresent() ? Failures.UNIQUE : Failures.CHECK);
    }

    private static String stateOf(Constraint.Type type) {
        return switch (type) {
            case PRIMARY_KEY, UNIQUE -> Failures.UNIQUE;
            case FOREIGN_KEY -> Failures.FOREIGN_KEY;
            case EXCLUSION -> Failures.EXCLUSION;
            case CHECK, TRIGGER -> Failures.CHECK;
        };
    }

    /** A column that must hold something, and for which nothing is known. */
    Refusal withoutChoice(ColumnPlan column) {
        return plan.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst()
                .map(key -> new Refusal(
                        key.name(),
                        Failures.FOREIGN_KEY,
                        "the table that " + key.name() + " refers to has no row",
                        Set.copyOf(key.columns())))
                .orElseGet(() -> new Refusal(
                        column.name(),
                        Failures.NOT_NULL,
                        "no value of the type " + column.column().type() + " is known",
                        Set.of(column.name())));
    }
}
