package org.pgassay.postgres.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgassay.rows.ColumnPlan;
import org.pgassay.rows.Pool;
import org.pgassay.rows.TablePlan;
import org.pgassay.sql.SqlSyntaxException;

/**
 * What to try in turn when a table refuses a row for a reason that cannot be asked about: a trigger's own, that of a function
 * in a check. First other rows and rows that say less; then the constants of the functions that may have refused.
 */
final class Hints {

    private static final int MOST = 60;

    /** Where the first row stands that says as little as it can. */
    static final int FIRST_MINIMAL = 2;

    private final TablePlan plan;
    private final Candidates candidates;
    private final List<Variation> variations = new ArrayList<>(List.of(
            new Variation(0, false, Map.of()),
            new Variation(1, false, Map.of()),
            new Variation(0, true, Map.of()),
            new Variation(2, false, Map.of()),
            new Variation(1, true, Map.of())));
    private boolean complete;

    /**
     * A departure from the first guess.
     *
     * @param shift by how many rows to go on
     * @param minimal whether to leave null what can be
     * @param values what to state in any case
     */
    record Variation(int shift, boolean minimal, Map<String, String> values) {}

    Hints(TablePlan plan, Candidates candidates) {
        this.plan = plan;
        this.candidates = candidates;
    }

    /** How many there are so far; the costly ones come about when the others have been tried. */
    int size() {
        return complete ? variations.size() : variations.size() + 1;
    }

    Variation at(int i) {
        if (i == variations.size() && !complete) {
            complete = true;
            variations.add(new Variation(3, false, Map.of()));
            addConstants();
        }
        return i < variations.size() ? variations.get(i) : variations.get(0);
    }

    private void addConstants() {
        String[] bodies = plan.bodies().stream().filter(Hints::readable).toArray(String[]::new);
        if (bodies.length == 0) {
            return;
        }
        Pool pool = Pool.of(bodies);
        for (ColumnPlan column : plan.columns().values()) {
            boolean free = column.source() == ColumnPlan.Source.VALUE || column.source() == ColumnPlan.Source.DEFAULT;
            boolean mentioned = List.of(bodies).stream().anyMatch(body -> body.contains(column.name()));
            if (free && mentioned) {
                candidates.valid(column, pool).stream()
                        .limit(12)
                        .map(value -> new Variation(0, false, Map.of(column.name(), value)))
                        .forEach(variations::add);
            }
        }
        if (variations.size() > MOST) {
            variations.subList(MOST, variations.size()).clear();
        }
    }

    /** A body in a language other than SQL need not consist of SQL's tokens. */
    private static boolean readable(String body) {
        try {
            Pool.of(body);
            return true;
        } catch (SqlSyntaxException e) {
            return false;
        }
    }
}
