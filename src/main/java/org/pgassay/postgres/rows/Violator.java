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
import org.pgassay.catalog.Identifiers;
import org.pgassay.rows.Choices;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Condition;
import org.pgassay.rows.Search;

/** Finds values that violate one condition and no other, the way that valid ones are found: PostgreSQL is asked. */
final class Violator {

    private static final int EFFORT = 60_000;
    private static final int ANSWERS = 8;
    private static final int ONE_BY_ONE = 200;
    private static final int EXISTING = 5;

    private final Session session;
    private final RowMaker maker;
    private final Map<String, @Nullable String> valid;

    Violator(Session session, RowMaker maker, Map<String, @Nullable String> valid) {
        this.session = session;
        this.maker = maker;
        this.valid = valid;
    }

    List<Map<String, @Nullable String>> rows(Condition violated, Set<String> free, List<Condition> others)
            throws SQLException {
        List<Condition> all = new ArrayList<>(others);
        all.removeIf(other -> other.columns().isEmpty());
        all.add(violated);
        Set<String> named = new LinkedHashSet<>();
        all.forEach(condition -> named.addAll(condition.columns()));
        List<Choices> choices = new ArrayList<>();
        for (String name : named) {
            choices.add(choices(name, free, all));
        }
        try {
            return asked(violated, choices, all);
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            // A condition that cannot be asked of all values, such as a cast: without those, and one by one.
            all.removeIf(condition -> !condition.equals(violated) && !askable(condition, choices));
            return askable(violated, choices) ? asked(violated, choices, all) : oneByOne(violated, choices, all);
        }
    }

    private Choices choices(String name, Set<String> free, List<Condition> about) throws SQLException {
        ColumnPlan column = Objects.requireNonNull(maker.plan().columns().get(name));
        Set<@Nullable String> values = new LinkedHashSet<>();
        values.add(valid.get(name));
        if (free.contains(name)) {
            values.addAll(existing(name));
            Candidates.Situation situation =
                    new Candidates.Situation(0, 0, Map.of(), Set.of(), about, false, true);
            values.addAll(maker.candidates().own(column, situation));
            values.addAll(maker.candidates().values(column, situation));
            if (column.required()) {
                values.remove(null);
            } else {
                values.add(null);
            }
        }
        return new Choices(name, column.type().text(), column.collation(), new ArrayList<>(values));
    }

    private List<String> existing(String column) throws SQLException {
        List<String> values = new ArrayList<>();
        session.ask("SELECT DISTINCT CAST(" + Identifiers.quote(column) + " AS pg_catalog.text) COLLATE \"C\" FROM "
                        + maker.plan().table().name().sql() + " WHERE " + Identifiers.quote(column)
                        + " IS NOT NULL ORDER BY 1 LIMIT " + EXISTING)
                .forEach(row -> values.add(Objects.requireNonNull(row.get(0))));
        return values;
    }

    /** The answers of the one search that the violated condition belongs to; the other columns stay as they are. */
    private List<Map<String, @Nullable String>> asked(
            Condition violated, List<Choices> choices, List<Condition> conditions) throws SQLException {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (Search search : Search.of(choices, conditions, EFFORT)) {
            if (search.conditions().contains(violated)) {
                for (List<@Nullable String> answer : session.ask(search.sql(ANSWERS))) {
                    rows.add(changed(search.columns(), answer));
                }
            }
        }
        return rows;
    }

    /** The valid row with the values of an answer; what it does not change stays the server's to give. */
    private Map<String, @Nullable String> changed(List<String> columns, List<@Nullable String> answer) {
        Map<String, @Nullable String> values = new LinkedHashMap<>(valid);
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), answer.get(i));
        }
        return values;
    }

    private boolean askable(Condition condition, List<Choices> choices) {
        try {
            for (Search alone : Search.of(choices, List.of(condition), EFFORT)) {
                session.ask(alone.sql(1));
            }
            return true;
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return false;
        }
    }

    private List<Map<String, @Nullable String>> oneByOne(
            Condition violated, List<Choices> choices, List<Condition> conditions) throws SQLException {
        List<Choices> about = choices.stream()
                .filter(each -> violated.columns().contains(each.column()))
                .toList();
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (int k = 0; k < ONE_BY_ONE && rows.size() < ANSWERS; k++) {
            int rest = k;
            List<Choices> one = new ArrayList<>(choices);
            for (Choices each : about) {
                int size = each.values().size();
                one.set(choices.indexOf(each), each.only(rest % size));
                rest /= size;
            }
            if (rest > 0) {
                return rows;
            }
            try {
                rows.addAll(asked(violated, one, conditions));
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
            }
        }
        return rows;
    }
}
