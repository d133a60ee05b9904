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

    /** How many combinations are asked about singly. */
    private static final int ONE_BY_ONE = 150;

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

        /**
         * Values.
         *
         * @param certain false where a condition could not be asked about, so that its columns' values are a guess
         */
        record Found(Map<String, @Nullable String> values, boolean certain) implements Answer {}

        record None(Refusal refusal) implements Answer {}
    }

    /**
     * Values for all columns that the conditions name.
     *
     * @param attempt how often it was asked before, for conditions that cannot be evaluated and only be tried
     */
    Answer solve(Candidates.Situation usual, int attempt) throws SQLException {
        Answer first = solve(usual, USUAL_EFFORT, attempt);
        return first instanceof Answer.Found ? first : solve(usual.widened(), GREAT_EFFORT, attempt);
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
        boolean certain = true;
        for (Search search : Search.of(choices, situation.conditions(), effort)) {
            try {
                List<List<@Nullable String>> answers = session.ask(search.sql(1));
                if (answers.isEmpty()) {
                    return new Answer.None(culprit(search));
                }
                put(search, answers.get(0), values);
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
                certain = false;
                guess(search, effort, attempt, values);
            }
        }
        return new Answer.Found(values, certain);
    }

    private static void put(Search search, List<@Nullable String> answer, Map<String, @Nullable String> values) {
        for (int i = 0; i < answer.size(); i++) {
            values.put(search.columns().get(i), answer.get(i));
        }
    }

    /**
     * Where a condition cannot be evaluated for all values at once, combinations are tried one after the other; the
     * conditions that can be evaluated still sort most of them out.
     */
    private void guess(Search search, int effort, int attempt, Map<String, @Nullable String> values)
            throws SQLException {
        int rest = attempt;
        for (Choices choices : search.choices()) {
            int size = Math.min(7, choices.values().size());
            values.put(choices.column(), choices.values().get(rest % size));
            rest /= size;
        }
        List<Condition> askable = new ArrayList<>();
        for (Condition condition : search.conditions()) {
            if (canBeAsked(search, condition)) {
                askable.add(condition);
            } else {
                askOneByOne(search, condition, attempt, values);
            }
        }
        for (Search part : Search.of(search.choices(), askable, effort)) {
            List<List<@Nullable String>> answers = session.ask(part.sql(60));
            if (!answers.isEmpty()) {
                put(part, answers.get(attempt % answers.size()), values);
            }
        }
    }

    /** A condition that fails for some values, such as a cast, may hold for others. */
    private void askOneByOne(Search search, Condition condition, int attempt, Map<String, @Nullable String> values)
            throws SQLException {
        List<Choices> all = search.choices().stream()
                .filter(choices -> condition.columns().contains(choices.column()))
                .toList();
        int wanted = attempt % 5;
        for (int k = 0; k < ONE_BY_ONE; k++) {
            int rest = k;
            List<Choices> one = new ArrayList<>();
            for (Choices choices : all) {
                int size = choices.values().size();
                one.add(choices.only(rest % size));
                rest /= size;
            }
            if (rest > 0) {
                return;
            }
            Search alone = Search.of(one, List.of(condition), USUAL_EFFORT).get(0);
            if (holds(alone)) {
                one.forEach(
                        choices -> values.put(choices.column(), choices.values().get(0)));
                if (wanted-- == 0) {
                    return;
                }
            }
        }
    }

    private boolean holds(Search alone) throws SQLException {
        try {
            return !session.ask(alone.sql(1)).isEmpty();
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return false;
        }
    }

    private boolean canBeAsked(Search search, Condition condition) throws SQLException {
        try {
            for (Search alone : Search.of(search.choices(), List.of(condition), USUAL_EFFORT)) {
                session.ask(alone.sql(1));
            }
            return true;
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return false;
        }
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
