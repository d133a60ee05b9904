package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials.DefaultStated;
import org.pgassay.check.RowTrials.DefaultTried;
import org.pgassay.check.RowTrials.DefaultTried.DefaultOutcome;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;

/**
 * Leaves columns out of rows. PostgreSQL says what a default's expression is worth, in the same transaction: there
 * {@code now()} is one and the same.
 */
final class Defaults {

    private final Laboratory laboratory;

    Defaults(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** What a default gives. */
    private record Worth(@Nullable String value, boolean fresh) {}

    List<DefaultTried> of(List<DefaultStated> stated) throws SQLException {
        Map<QualifiedName, List<DefaultStated>> byTable = new LinkedHashMap<>();
        stated.forEach(each ->
                byTable.computeIfAbsent(each.table(), name -> new ArrayList<>()).add(each));
        List<DefaultTried> tried = new ArrayList<>();
        for (Map.Entry<QualifiedName, List<DefaultStated>> each : byTable.entrySet()) {
            Optional<Table> table = laboratory.table(each.getKey());
            for (DefaultStated one : each.getValue()) {
                tried.add(
                        table.isEmpty()
                                        || table.get()
                                                .column(one.column().name())
                                                .isEmpty()
                                ? result(one, DefaultOutcome.NOTHING, "no such column", "", "", "")
                                : laboratory.workshop().undone(() -> tried(one, table.get())));
            }
        }
        return tried;
    }

    private DefaultTried tried(DefaultStated stated, Table table) throws SQLException {
        DefaultTried plain = laboratory.workshop().undone(() -> once(stated, table, ""));
        boolean good = plain.outcome() == DefaultOutcome.SAME || plain.outcome() == DefaultOutcome.FRESH;
        if (good || table.triggers().isEmpty()) {
            return plain;
        }
        laboratory.workshop().disableTriggers(table);
        DefaultTried bare = once(
                stated,
                table,
                "tried without the table's triggers, because with them "
                        + (plain.outcome() == DefaultOutcome.UNTRIED
                                ? Controls.plain(plain.message())
                                : "the column holds something else"));
        return bare.outcome() == DefaultOutcome.UNTRIED ? plain : bare;
    }

    private DefaultTried once(DefaultStated stated, Table table, String aside) throws SQLException {
        Column column = stated.column();
        String observed = observed(table, column.name());
        boolean identity = column.identity() != Column.Identity.NONE;
        Worth worth = identity ? new Worth(null, true) : worth(column);
        if (worth == null) {
            return result(
                    stated,
                    DefaultOutcome.UNTRIED,
                    observed,
                    "PostgreSQL does not evaluate " + column.defaultExpression() + " outside of the table",
                    "",
                    aside);
        }
        TableRows rows = laboratory.rows(table).leaveOut(column.name());
        Map<String, String> forced = new LinkedHashMap<>();
        if (!worth.fresh() && worth.value() != null) {
            forced.put(column.name(), worth.value());
        }
        Made made = made(rows, forced, table);
        if (!(made instanceof Made.Taken taken)) {
            Made.Refused refused = (Made.Refused) made;
            String help = refused.suggestion().isEmpty() ? "" : "Write " + refused.suggestion() + ".";
            return result(stated, DefaultOutcome.UNTRIED, observed, Controls.plain(refused.message()), help, aside);
        }
        @Nullable String got = taken.stored().row().values().get(column.name());
        if (worth.fresh()) {
            boolean own = Objects.equals(observed, observed(stated.column()));
            DefaultOutcome outcome =
                    got == null ? DefaultOutcome.NOTHING : own ? DefaultOutcome.FRESH : DefaultOutcome.OTHER;
            return result(stated, outcome, observed, "", "", aside);
        }
        DefaultOutcome outcome = Objects.equals(got, worth.value())
                ? DefaultOutcome.SAME
                : got == null ? DefaultOutcome.NOTHING : DefaultOutcome.OTHER;
        return result(stated, outcome, observed, "", "", aside);
    }

    private Made made(TableRows rows, Map<String, String> forced, Table table) throws SQLException {
        Made beside = rows.make(forced);
        if (beside instanceof Made.Refused) {
            laboratory.workshop().empty(table);
            return rows.make(forced);
        }
        return beside;
    }

    /** What the expression gives, and whether it gives something else each time; null if it cannot be asked. */
    private @Nullable Worth worth(Column column) throws SQLException {
        String one = "CAST(CAST((" + column.defaultExpression() + ") AS " + column.type() + ") AS pg_catalog.text)";
        @Nullable List<List<@Nullable String>> first = laboratory.workshop().asked("SELECT " + one);
        @Nullable
        List<List<@Nullable String>> second =
                first == null ? null : laboratory.workshop().asked("SELECT " + one);
        if (first == null || second == null) {
            return null;
        }
        @Nullable String value = first.get(0).get(0);
        return new Worth(value, !Objects.equals(value, second.get(0).get(0)));
    }

    private static String observed(Table table, String column) {
        return table.column(column).map(Defaults::observed).orElse("");
    }

    private static String observed(Column column) {
        return switch (column.identity()) {
            case ALWAYS -> "GENERATED ALWAYS AS IDENTITY";
            case BY_DEFAULT -> "GENERATED BY DEFAULT AS IDENTITY";
            case NONE -> column.defaultExpression() == null ? "" : column.defaultExpression();
        };
    }

    private static DefaultTried result(
            DefaultStated stated, DefaultOutcome outcome, String observed, String message, String help, String aside) {
        return new DefaultTried(stated, outcome, observed, message, help, aside);
    }
}
