package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Table;
import org.pgassay.rows.Condition;
import org.pgassay.rows.Outcome;
import org.pgassay.rows.TablePlan;

/** Makes rows of one table on purpose. */
public final class TableRows {

    private final Session session;
    private final RowMaker maker;

    TableRows(Session session, RowMaker maker) {
        this.session = session;
        this.maker = maker;
    }

    /** What came of a row. */
    public sealed interface Made {

        /** What the row states; what is not among it is the server's to give. */
        Map<String, @Nullable String> stated();

        /** It is in the table. */
        record Taken(Stored stored, Map<String, @Nullable String> stated) implements Made {}

        /**
         * It is not.
         *
         * @param message why there is no row, for people
         * @param suggestion YAML for the spec that would help; empty where no value could
         */
        record Refused(Refusal refusal, String message, String suggestion, Map<String, @Nullable String> stated)
                implements Made {}
    }

    /** What a row of the table needs. */
    public TablePlan plan() {
        return maker.plan();
    }

    /** The table. */
    public Table table() {
        return plan().table();
    }

    /** Wants more of all further rows than the table does. */
    public TableRows want(Collection<String> notNull, Collection<Condition> conditions) {
        maker.want(notNull, conditions);
        return this;
    }

    /** Puts one row more in, with other values than those that are there. */
    public Made make(Map<String, String> forced) throws SQLException {
        return RowWorkshop.held(() -> {
                    int number = maker.count();
                    RowMaker.Result result = maker.make(number, number, forced);
                    if (result instanceof RowMaker.Result.Taken taken) {
                        return new Made.Taken(taken.row(), maker.stated());
                    }
                    return refused(((RowMaker.Result.Refused) result).refusal());
                });
    }

    private Made refused(Refusal refusal) {
        Outcome outcome = Obstacles.of(table(), List.of(), refusal, maker.columnsOf(refusal), maker.attempts());
        Outcome.Obstacle obstacle = (Outcome.Obstacle) outcome;
        return new Made.Refused(refusal, obstacle.message(), obstacle.suggestion(), maker.stated());
    }

    /** Puts exactly such a row in. */
    public Made insert(Map<String, @Nullable String> values) throws SQLException {
        return RowWorkshop.held(() -> {
                    try {
                        Optional<Stored> stored = maker.writing().insert(values);
                        return stored.<Made>map(row -> new Made.Taken(row, values))
                                .orElseGet(() -> refused(new Refusal(
                                        null, "", "a trigger or a rule has dropped the row without a word", Set.of())));
                    } catch (SQLException e) {
                        Failures.rethrowUnlessRefused(e);
                        return refused(Refusal.of(e));
                    }
                });
    }

    /** Why who puts rows in may not even do that without seeing them; nothing if such a row went in. */
    public Optional<Refusal> insertUnseen(Map<String, @Nullable String> values) throws SQLException {
        return RowWorkshop.held(() -> {
                    try {
                        maker.writing().insertUnseen(values);
                        return Optional.empty();
                    } catch (SQLException e) {
                        Failures.rethrowUnlessRefused(e);
                        return Optional.of(Refusal.of(e));
                    }
                });
    }

    /** Whether who puts rows in can read a row in a statement of its own. */
    public boolean readable(Made.Taken row) throws SQLException {
        return RowWorkshop.held(() -> {
            try {
                return maker.writing().readable(row.stored(), row.stated());
            } catch (SQLException e) {
                Failures.rethrowUnlessRefused(e);
                return false;
            }
        });
    }

    /**
     * Rows that violate something and differ from a valid one in nothing else than that needs; the likeliest first.
     *
     * @param violated true of a row that violates it
     * @param free the columns whose values may differ
     * @param valid a row that the table takes
     * @param others what must hold all the same
     */
    public List<Map<String, @Nullable String>> violating(
            Condition violated, Set<String> free, Map<String, @Nullable String> valid, List<Condition> others)
            throws SQLException {
        return RowWorkshop.held(
                () -> new Violator(session, maker, valid).rows(violated, free, others));
    }

    /** What a row must meet, as far as it can be asked: checks, bounds of partitions, keys of several columns. */
    public List<Condition> conditions() {
        return maker.conditions();
    }
}
