package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Condition;
import org.pgassay.rows.Confinement;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.SampleRows;
import org.pgassay.rows.TablePlan;
import org.pgassay.rows.TypeValues;

/** Makes the rows of one table: tries one, reads why it is refused, and tries again with that in mind. */
final class RowMaker {

    private final Session session;
    private final TablePlan plan;
    private final Candidates candidates;
    private final Solver solver;
    private final Writing writing;
    private final Hints hints;
    private final List<Condition> conditions = new ArrayList<>();

    /** Unique and exclusion constraints that have refused a row; before that, other values for every row are enough. */
    private final Map<String, Condition> distinctness = new LinkedHashMap<>();

    /** Columns that refused null though the catalog allows it. */
    private final Set<String> required = new HashSet<>();

    private static final int GUESSES = 60;

    /** What every row has. */
    private final Map<String, String> fixed;

    private int attempts;

    private Map<String, @Nullable String> stated = Map.of();

    RowMaker(
            Session session,
            Catalog catalog,
            Table table,
            TypeValues types,
            SampleRows samples,
            long seed,
            Confinement confinement,
            Set<String> later,
            @Nullable Actor actor)
            throws SQLException {
        this.session = session;
        this.plan = TablePlan.of(table, catalog, types);
        this.fixed = confinement.of(table.name());
        Parents parents = new Parents(session, plan, confinement);
        this.candidates = new Candidates(session, plan, types, samples, seed, parents, later);
        this.solver = new Solver(session, plan, candidates);
        this.writing = new Writing(session, plan, actor);
        this.hints = new Hints(plan, candidates);
        conditions.addAll(plan.checks());
        conditions.addAll(new Partitioning(session, catalog).conditions(table));
        plan.foreignKeys().stream()
                .filter(key -> !later.contains(key.name()) && entangled(key))
                .map(key -> plan.reference(key, confinement.parent(InsertOrder.target(key))))
                .forEach(conditions::add);
        conditions.removeIf(condition -> condition.columns().isEmpty() || onlyFromServer(condition));
    }

    /** Whether the values of a foreign key's columns cannot be chosen one by one from the parents. */
    private boolean entangled(Constraint key) {
        boolean shared = plan.foreignKeys().stream()
                .anyMatch(
                        other -> !other.equals(key) && other.columns().stream().anyMatch(key.columns()::contains));
        return key.columns().size() > 1 || shared || (plan.refersToItself(key) && plan.binding(key));
    }

    private boolean onlyFromServer(Condition condition) {
        return condition.columns().stream()
                .map(plan.columns()::get)
                .allMatch(column -> column == null || column.source() == ColumnPlan.Source.SEQUENCE);
    }

    /** A row, or why there is none. */
    sealed interface Result {

        record Taken(Stored row) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    TablePlan plan() {
        return plan;
    }

    Writing writing() {
        return writing;
    }

    Candidates candidates() {
        return candidates;
    }

    /** What a row must meet, as far as it can be asked. */
    List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    /** What the row that was tried last has stated. */
    Map<String, @Nullable String> stated() {
        return stated;
    }

    /** Wants more of all rows than the table does. */
    void want(Collection<String> notNull, Collection<Condition> more) {
        required.addAll(notNull);
        conditions.addAll(more);
    }

    /** How many rows were tried. */
    int attempts() {
        return attempts;
    }

    /**
     * Makes one row.
     *
     * @param number of the row within its table, from 0
     * @param row its position among those that are made now
     * @param promised values that other rows count on
     */
    Result make(int number, int row, Map<String, String> promised) throws SQLException {
        Map<String, String> forced = new LinkedHashMap<>(fixed);
        forced.putAll(promised);
        Refusal last = new Refusal(null, "", "nothing was tried", Set.of());
        Optional<Refusal> hopeless = hopeless(number, row, forced);
        if (hopeless.isPresent()) {
            return new Result.Refused(hopeless.get());
        }
        int shift = 0;
        boolean certain = true;
        for (int i = 0; i < hints.size() || (!certain && i < GUESSES); ) {
            Hints.Variation variation = hints.at(i);
            Candidates.Situation situation = new Candidates.Situation(
                    number + variation.shift() + shift * 7,
                    row,
                    forced,
                    required,
                    current(variation),
                    variation.minimal(),
                    false);
            Solver.Answer answer = solver.solve(situation, i);
            if (answer instanceof Solver.Answer.None none) {
                return new Result.Refused(last.state().isEmpty() ? none.refusal() : better(last, none.refusal()));
            }
            Solver.Answer.Found found = (Solver.Answer.Found) answer;
            certain = found.certain();
            Map<String, @Nullable String> values = row(found.values(), situation, variation);
            Attempt attempt = insert(values);
            if (attempt.stored().isPresent()) {
                return new Result.Taken(attempt.stored().get());
            }
            last = attempt.refusal();
            if (last.state().equals(Failures.CANCELLED)
                    || (last.state().equals(Failures.PRIVILEGE) && variation.minimal())) {
                break;
            } else if (last.state().equals(Failures.PRIVILEGE)) {
                // No value can help but null in a foreign key, whose check may be what was not permitted.
                i = Hints.FIRST_MINIMAL;
                continue;
            }
            if (attempt.learnt()) {
                continue;
            }
            boolean distinct = Set.of(Failures.UNIQUE, Failures.EXCLUSION).contains(last.state());
            if (distinct && shift < 20) {
                shift++;
            } else {
                i++;
            }
        }
        return new Result.Refused(last);
    }

    /** A column that must hold something, and for which nothing is known. */
    private Optional<Refusal> hopeless(int number, int row, Map<String, String> forced) throws SQLException {
        Candidates.Situation situation =
                new Candidates.Situation(number, row, forced, required, List.of(), false, false);
        for (ColumnPlan column : plan.columns().values()) {
            boolean mine = column.source() == ColumnPlan.Source.VALUE && column.defaultExpression() == null;
            if (mine && candidates.values(column, situation).isEmpty()) {
                return Optional.of(solver.withoutChoice(column));
            }
        }
        return Optional.empty();
    }

    /** What the search says after a refusal of uniqueness names all that was tried; other refusals say more themselves. */
    private static Refusal better(Refusal last, Refusal unsolved) {
        boolean distinct = Set.of(Failures.UNIQUE, Failures.EXCLUSION).contains(last.state());
        return distinct ? unsolved : last;
    }

    private List<Condition> current(Hints.Variation variation) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(distinctness.values());
        // What is to be tried by a variation alone must not be chosen by a search.
        all.removeIf(condition -> condition.columns().stream().allMatch(variation.values()::containsKey));
        return all;
    }

    private record Attempt(Optional<Stored> stored, Refusal refusal, boolean learnt) {}

    private Attempt insert(Map<String, @Nullable String> values) throws SQLException {
        attempts++;
        stated = Collections.unmodifiableMap(values);
        try {
            Optional<Stored> stored = writing.insert(values);
            Refusal swallowed = new Refusal(
                    null,
                    "",
                    "the table took the statement and has no new row: a trigger or a rule has dropped it",
                    Set.of());
            return new Attempt(stored, swallowed, false);
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return new Attempt(Optional.empty(), Refusal.of(e), learn(e));
        }
    }

    /** Whether a refusal says something about the table that was not known. */
    private boolean learn(SQLException failure) {
        String constraint = Failures.constraint(failure);
        String column = Failures.column(failure);
        return switch (Failures.state(failure)) {
            case Failures.UNIQUE, Failures.EXCLUSION -> constraint != null && learnDistinctness(failure, constraint);
            case Failures.NOT_NULL -> column != null && plan.columns().containsKey(column) && required.add(column);
            default -> false;
        };
    }

    private boolean learnDistinctness(SQLException failure, String constraint) {
        if (distinctness.containsKey(constraint)) {
            return false;
        }
        Table table = plan.table();
        Optional<Index> index = table.index(constraint).or(() -> ofPartition(failure, constraint));
        Optional<Condition> condition = index.flatMap(plan::distinctness)
                .filter(each -> plan.columns().keySet().containsAll(each.columns()))
                .filter(each -> !each.columns().isEmpty());
        condition.ifPresent(each -> distinctness.put(constraint, each));
        return condition.isPresent();
    }

    /** The error of a row that went to a partition names the partition's index. */
    private Optional<Index> ofPartition(SQLException failure, String index) {
        String schema = Failures.schema(failure);
        String table = Failures.table(failure);
        return schema == null || table == null
                ? Optional.empty()
                : plan.catalog().table(new QualifiedName(schema, table)).flatMap(each -> each.index(index));
    }

    /** The values to state; what is not among them is the server's to give. */
    private Map<String, @Nullable String> row(
            Map<String, @Nullable String> solved, Candidates.Situation situation, Hints.Variation variation)
            throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (ColumnPlan column : plan.columns().values()) {
            String name = column.name();
            boolean fixed =
                    candidates.sample(column) != null || situation.forced().containsKey(name);
            boolean stated = fixed
                    || column.source() == ColumnPlan.Source.VALUE
                    || required.contains(name)
                    || plan.foreignKeys().stream().anyMatch(key -> key.columns().contains(name));
            if (column.source() == ColumnPlan.Source.GENERATED) {
                continue;
            }
            if (variation.values().containsKey(name) && !fixed) {
                values.put(name, variation.values().get(name));
            } else if (solved.containsKey(name)) {
                values.put(name, solved.get(name));
            } else if (stated) {
                free(column, situation, variation, fixed, values);
            }
        }
        return values;
    }

    private void free(
            ColumnPlan column,
            Candidates.Situation situation,
            Hints.Variation variation,
            boolean fixed,
            Map<String, @Nullable String> values)
            throws SQLException {
        List<@Nullable String> choices = candidates.values(column, situation);
        if (choices.isEmpty()) {
            // A default that could not be foreseen is better than nothing; without one the refusal names the column.
            return;
        }
        boolean minimal = variation.minimal() && !fixed && !column.required() && !required.contains(column.name());
        values.put(column.name(), minimal ? null : choices.get(0));
    }

    /** What a person would have to state after a refusal. */
    Set<String> columnsOf(Refusal refusal) {
        Set<String> columns = new LinkedHashSet<>(refusal.columns());
        String subject = refusal.subject();
        if (columns.isEmpty() && subject != null) {
            plan.table().constraint(subject).ifPresent(constraint -> columns.addAll(constraint.columns()));
            plan.table().column(subject).ifPresent(column -> columns.add(column.name()));
        }
        columns.removeIf(name -> {
            ColumnPlan column = plan.columns().get(name);
            return column == null || column.source() == ColumnPlan.Source.GENERATED;
        });
        return columns;
    }

    /** How many rows the table has, those that it inherits left out. */
    int count() throws SQLException {
        return session.attempt(() -> {
            String count = session.value("SELECT pg_catalog.count(*) FROM "
                    + plan.rowsOf(plan.table().name()));
            return count == null ? 0 : (int) Math.min(Long.parseLong(count), 1_000_000);
        });
    }
}
