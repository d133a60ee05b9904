package org.pgassay.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pgassay.catalog.Identifiers;

/**
 * A question to PostgreSQL: which combinations of values make no condition false? It answers by joining the values of
 * all columns, so that no expression need be understood here.
 *
 * <p>The columns are joined step by step, in the order of the conditions that become decidable; after each step only the
 * best combinations are kept. So the question stays small however many columns hang together, at the price that an
 * answer can be missed.
 */
public final class Search {

    private static final int KEPT = 300;

    private final Map<String, Choices> choices = new LinkedHashMap<>();
    private final List<Condition> conditions;
    private final List<Step> steps = new ArrayList<>();
    private final int effort;

    /** What is joined in a step, and what is decided by then. */
    private record Step(List<String> columns, List<Condition> conditions) {}

    private Search(List<Choices> choices, List<Condition> conditions, int effort) {
        choices.forEach(each -> this.choices.put(each.column(), each));
        this.conditions = conditions;
        this.effort = effort;
        plan();
    }

    /**
     * One search for every group of columns that conditions tie together.
     *
     * @param choices of all columns that the conditions name
     * @param effort how many combinations a step may look at, roughly
     */
    public static List<Search> of(List<Choices> choices, List<Condition> conditions, int effort) {
        List<Set<String>> groups = new ArrayList<>();
        for (Condition condition : conditions) {
            Set<String> group = new LinkedHashSet<>(condition.columns());
            groups.removeIf(other -> {
                boolean tied = other.stream().anyMatch(group::contains);
                if (tied) {
                    group.addAll(other);
                }
                return tied;
            });
            groups.add(group);
        }
        return groups.stream()
                .map(group -> new Search(
                        choices.stream()
                                .filter(each -> group.contains(each.column()))
                                .toList(),
                        conditions.stream()
                                .filter(each -> group.containsAll(each.columns()))
                                .toList(),
                        effort))
                .toList();
    }

    private void plan() {
        Set<String> joined = new LinkedHashSet<>();
        List<Condition> open = conditions.stream()
                .filter(each -> each.columns().size() > 1)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!open.isEmpty()) {
            Condition next = open.stream()
                    .min(Comparator.comparingInt(each -> missing(each, joined).size()))
                    .orElseThrow();
            List<String> columns = missing(next, joined);
            joined.addAll(columns);
            List<Condition> decided = open.stream()
                    .filter(each -> joined.containsAll(each.columns()))
                    .toList();
            open.removeAll(decided);
            steps.add(new Step(columns, decided));
        }
        for (String column : choices.keySet()) {
            if (joined.add(column)) {
                steps.add(new Step(List.of(column), List.of()));
            }
        }
    }

    private static List<String> missing(Condition condition, Set<String> joined) {
        return condition.columns().stream()
                .filter(column -> !joined.contains(column))
                .toList();
    }

    /** The columns in the order of an answer's values. */
    public List<String> columns() {
        return List.copyOf(choices.keySet());
    }

    /** The values that the columns may take, in the order of {@link #columns}. */
    public List<Choices> choices() {
        return List.copyOf(choices.values());
    }

    /** What is asked. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** How many steps there are, and so prefixes to ask for when there is no answer. */
    public int steps() {
        return steps.size();
    }

    /** The conditions that the first steps decide and that the steps before them do not. */
    public List<Condition> decidedBy(int step) {
        Step last = steps.get(step - 1);
        List<Condition> all = new ArrayList<>(last.conditions());
        conditions.stream()
                .filter(each -> each.columns().size() == 1 && last.columns().containsAll(each.columns()))
                .forEach(all::add);
        return all;
    }

    /** The query for the best combinations, as text, each a row of {@link #columns}. */
    public String sql(int limit) {
        String output = choices.keySet().stream()
                .map(column -> "CAST(" + Identifiers.quote(column) + " AS pg_catalog.text)")
                .collect(Collectors.joining(", "));
        return "SELECT " + output + " FROM (" + joined(steps.size()) + ") pgassay_answer ORDER BY "
                + ranks(choices.keySet()) + " LIMIT " + limit;
    }

    /** The query for whether the first steps leave any combination. */
    public String existence(int step) {
        return "SELECT 1 FROM (" + joined(step) + ") pgassay_answer LIMIT 1";
    }

    private String joined(int count) {
        String sql = "";
        Set<String> joined = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Step step = steps.get(i);
            int before = i == 0 ? 1 : KEPT;
            int each = (int) Math.max(
                    3, Math.pow((double) effort / before, 1.0 / step.columns().size()));
            List<String> sources = new ArrayList<>();
            if (i > 0) {
                sources.add("(" + sql + ") pgassay_before");
            }
            for (String column : step.columns()) {
                sources.add("(" + values(column, each) + ") pgassay_" + position(column));
                joined.add(column);
            }
            sql = "SELECT * FROM (SELECT * FROM " + String.join(" CROSS JOIN ", sources) + ") pgassay_row"
                    + where(step.conditions()) + " ORDER BY " + ranks(joined) + " LIMIT " + KEPT;
        }
        return sql;
    }

    /**
     * A column's values, each with its rank, without those that a condition on it alone excludes. Null is kept however few
     * are: what is unlike all others is often the only one that fits.
     */
    private String values(String column, int limit) {
        Choices choice = choices.get(column);
        if (choice == null) {
            throw new IllegalStateException("there are no values to choose from for " + column);
        }
        String values = IntStream.range(0, choice.values().size())
                .mapToObj(i -> "(" + rank(choice, i) + ", "
                        + Literals.typed(choice.values().get(i), choice.type()) + ")")
                .collect(Collectors.joining(", "));
        String collate = choice.collation() == null ? "" : " COLLATE " + choice.collation();
        List<Condition> own = conditions.stream()
                .filter(each -> each.columns().equals(Set.of(column)))
                .toList();
        return "SELECT * FROM (SELECT pgassay_values.r AS " + rankName(column) + ", pgassay_values.v" + collate + " AS "
                + Identifiers.quote(column) + " FROM (VALUES " + values + ") pgassay_values (r, v)) pgassay_row"
                + where(own) + " ORDER BY " + Identifiers.quote(column) + " IS NULL DESC, " + rankName(column)
                + " LIMIT "
                + limit;
    }

    /** Null counts more than any other value, unless it is wanted first: a row should say as much as it can. */
    private static int rank(Choices choice, int i) {
        return choice.values().get(i) == null && i > 0 ? 1_000 : i;
    }

    private static String where(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream()
                        .map(each -> "((" + each.sql() + ")) IS NOT FALSE")
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private int position(String column) {
        return columns().indexOf(column);
    }

    private String rankName(String column) {
        return "pgassay_rank_" + position(column);
    }

    /** The order of combinations: first by how far down their values stand in all lists, then list by list. */
    private String ranks(Set<String> of) {
        List<String> names = of.stream().map(this::rankName).toList();
        return String.join(" + ", names) + ", " + String.join(", ", names);
    }
}
