package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials.Stated;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;

/** Rows that are valid: what a row that violates something is compared with. */
final class Controls {

    private final Laboratory laboratory;
    private final Map<QualifiedName, Control> known = new HashMap<>();

    Controls(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /**
     * A valid row that the table took, and that is gone again.
     *
     * @param taken null where there is none
     * @param alone whether the table had to be emptied for it
     * @param message why there is none; otherwise empty
     * @param help what would help; empty for nothing
     */
    record Control(TableRows rows, Made.@Nullable Taken taken, boolean alone, String message, String help) {}

    /** The control for a violation; what of it must stay in the table is there afterwards. */
    Control of(Table table, Stated stated) throws SQLException {
        Index index = index(stated);
        return index == null ? single(table) : pair(table, index);
    }

    private static @Nullable Index index(Stated stated) {
        if (stated instanceof Stated.Unique unique) {
            return unique.index();
        }
        return stated instanceof Stated.Of of ? of.index() : null;
    }

    private Control single(Table table) throws SQLException {
        Control control = known.get(table.name());
        if (control == null) {
            control = laboratory.workshop().undone(() -> made(table, false));
            if (control.taken() == null) {
                control = laboratory.workshop().undone(() -> {
                    laboratory.workshop().empty(table);
                    return made(table, true);
                });
            }
            known.put(table.name(), control);
        }
        if (control.alone()) {
            laboratory.workshop().empty(table);
        }
        return control;
    }

    private Control made(Table table, boolean alone) throws SQLException {
        TableRows rows = laboratory.rows(table);
        return control(rows, rows.make(Map.of()), alone);
    }

    private static Control control(TableRows rows, Made made, boolean alone) {
        if (made instanceof Made.Taken taken) {
            return new Control(rows, taken, alone, "", "");
        }
        Made.Refused refused = (Made.Refused) made;
        String help = refused.suggestion().isEmpty() ? "" : "Write " + refused.suggestion() + ".";
        return new Control(
                rows, null, alone, "there is no valid row to compare with: " + plain(refused.message()), help);
    }

    static String plain(String message) {
        return message.replaceFirst("\\.$", "");
    }

    /** A row that stays, whose keys count, and a second one that goes in beside it. */
    private Control pair(Table table, Index index) throws SQLException {
        Control beside = staying(table, index, false);
        if (beside.taken() != null) {
            Control second = second(table, index, beside);
            if (second.taken() != null) {
                return second;
            }
        }
        laboratory.workshop().empty(table);
        Control first = staying(table, index, true);
        if (first.taken() == null) {
            return first;
        }
        Control second = second(table, index, first);
        // Where there can be but one row, the same row once more is what violates it.
        return second.taken() != null ? second : first;
    }

    private Control second(Table table, Index index, Control first) throws SQLException {
        return laboratory.workshop().undone(() -> {
            TableRows rows = wanting(table, index);
            return control(rows, rows.make(Map.of()), first.alone());
        });
    }

    private Control staying(Table table, Index index, boolean alone) throws SQLException {
        TableRows rows = wanting(table, index);
        return control(rows, rows.make(Map.of()), alone);
    }

    /** Nulls in a key conflict with nothing, and a partial index minds no row beyond its predicate. */
    private TableRows wanting(Table table, Index index) throws SQLException {
        TableRows rows = laboratory.rows(table);
        Set<String> notNull = new LinkedHashSet<>();
        if (!index.nullsNotDistinct()) {
            for (String column : rows.plan().keyColumns(index)) {
                Optional<Column> found = table.column(column);
                found.filter(each -> !each.notNull()).ifPresent(each -> notNull.add(each.name()));
            }
        }
        return rows.want(notNull, rows.plan().minded(index).map(List::of).orElse(List.of()));
    }
}
