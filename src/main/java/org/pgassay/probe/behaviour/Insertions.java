package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials.Insertion;
import org.pgassay.check.RowTrials.Insertion.Taken;
import org.pgassay.postgres.rows.Refusal;
import org.pgassay.postgres.rows.TableRows;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.Outcome;

/** Puts a row into a table as a role, and reads it back. */
final class Insertions {

    private static final String PRIVILEGE = "42501";

    private final Laboratory laboratory;

    Insertions(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    Insertion of(QualifiedName name) throws SQLException {
        Optional<Table> table = laboratory.table(name);
        if (table.isEmpty()) {
            return insertion(name, Taken.NOT_TRIED, name.sql() + " does not exist", "");
        } else if (table.get().kind() == Table.Kind.FOREIGN) {
            return insertion(
                    name, Taken.NOT_TRIED, name.sql() + " is a foreign table: its rows live on another server", "");
        }
        Insertion beside = laboratory.workshop().undone(() -> tried(table.get()));
        if (beside.taken() != Taken.NOT_MADE) {
            return beside;
        }
        // What may be in a table only once is there already.
        Insertion alone = laboratory.workshop().undone(() -> {
            laboratory.workshop().empty(table.get());
            return tried(table.get());
        });
        return alone.taken() == Taken.NOT_MADE ? parents(table.get(), alone) : alone;
    }

    private Insertion tried(Table table) throws SQLException {
        TableRows rows = laboratory.asRole(table);
        Made made = rows.make(Map.of());
        if (made instanceof Made.Taken taken) {
            return rows.readable(taken)
                    ? insertion(table.name(), Taken.READ_BACK, "", "")
                    : insertion(table.name(), Taken.UNREADABLE, "it does not see the row that it has put in", "");
        }
        Made.Refused refused = (Made.Refused) made;
        if (!refused.refusal().state().equals(PRIVILEGE)) {
            return insertion(table.name(), Taken.NOT_MADE, refused.message(), refused.suggestion());
        }
        // Who may insert and not select is refused when the row is returned.
        Optional<Refusal> unseen = rows.insertUnseen(refused.stated());
        if (unseen.isEmpty()) {
            return insertion(table.name(), Taken.UNREADABLE, refused.refusal().message(), "");
        }
        // Anything else than the privilege says that the role might, with another row.
        return unseen.get().state().equals(PRIVILEGE)
                ? insertion(table.name(), Taken.FORBIDDEN, refused.message(), "")
                : insertion(table.name(), Taken.NOT_MADE, unseen.get().message(), "");
    }

    /** Where the row a table refers to could not be made, that is what stands in the way. */
    private Insertion parents(Table table, Insertion insertion) {
        return laboratory.filled().get(table.name()) instanceof Outcome.Obstacle obstacle
                        && obstacle.rows().isEmpty()
                        && obstacle.sqlState().equals("23503")
                ? table.constraint(String.valueOf(obstacle.subject()))
                        .flatMap(key -> Optional.ofNullable(key.foreignKey()))
                        .map(key -> laboratory.filled().get(key.table()))
                        .filter(Outcome.Obstacle.class::isInstance)
                        .map(Outcome.Obstacle.class::cast)
                        .map(parent -> insertion(
                                table.name(),
                                Taken.NOT_MADE,
                                insertion.message() + " " + parent.message(),
                                parent.suggestion()))
                        .orElse(insertion)
                : insertion;
    }

    private Insertion insertion(QualifiedName table, Taken taken, String message, String help) {
        return new Insertion(table, laboratory.role(), taken, message, help);
    }
}
