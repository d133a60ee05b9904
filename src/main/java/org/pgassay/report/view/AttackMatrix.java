package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacked.Cell;
import org.pgassay.check.Attacks.Outcome;

/**
 * What came of the attempts to change rows, as a picture: tables and roles downwards, vectors across.
 *
 * @param vectors those that were tried anywhere, in their order
 * @param rows in the report's order of tables
 */
public record AttackMatrix(List<AttackVector> vectors, List<Row> rows) {

    /** Copies the lists. */
    public AttackMatrix {
        vectors = List.copyOf(vectors);
        rows = List.copyOf(rows);
    }

    /**
     * What a role came to on a table.
     *
     * @param first whether it is the table's first row
     * @param span how many rows the table has
     */
    public record Row(String table, String role, boolean first, int span, Map<AttackVector, Cell> cells) {

        /** Copies the map. */
        public Row {
            cells = Map.copyOf(cells);
        }

        /** What came of a vector, if it was tried. */
        public Optional<Cell> cell(AttackVector vector) {
            return Optional.ofNullable(cells.get(vector));
        }
    }

    /** The picture of these results. */
    static AttackMatrix of(List<Cell> cells) {
        Set<AttackVector> vectors = EnumSet.noneOf(AttackVector.class);
        Map<String, Map<String, Map<AttackVector, Cell>>> tables = new LinkedHashMap<>();
        for (Cell cell : cells) {
            vectors.add(cell.vector());
            tables.computeIfAbsent(cell.table(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.role(), any -> new LinkedHashMap<>())
                    .put(cell.vector(), cell);
        }
        List<Row> rows = new ArrayList<>();
        tables.forEach((table, roles) -> {
            int before = rows.size();
            roles.forEach((role, row) -> rows.add(new Row(table, role, rows.size() == before, roles.size(), row)));
        });
        return new AttackMatrix(List.copyOf(vectors), rows);
    }

    /** The sign for an outcome; each has a form of its own, so that no one needs its colour. */
    public static String sign(Outcome outcome) {
        return switch (outcome) {
            case HOLE -> "✕";
            case REFUSED -> "!";
            case UNTRIED -> "?";
            case RESIDUAL -> "◐";
            case IGNORED -> "○";
            case BLOCKED -> "✓";
            case WORKS -> "+";
            case ABSENT -> "·";
        };
    }

    /** What an outcome means. */
    public static String meaning(Outcome outcome) {
        return switch (outcome) {
            case HOLE -> "rows changed";
            case REFUSED -> "what must work is refused";
            case UNTRIED -> "not known";
            case RESIDUAL -> "residual power, stated and not forbidden";
            case IGNORED -> "silently ignored";
            case BLOCKED -> "refused by a guard";
            case WORKS -> "works, as it must";
            case ABSENT -> "no such way";
        };
    }

    /** The class of a field, by whose colour it is drawn. */
    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case HOLE, REFUSED -> "failed";
            case UNTRIED -> "unverified";
            case RESIDUAL -> "waived";
            case IGNORED, BLOCKED, WORKS -> "passed";
            case ABSENT -> "none";
        };
    }

    /** The outcomes that occur, the worst first. */
    public List<Outcome> outcomes() {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        rows.forEach(row -> row.cells().values().forEach(cell -> outcomes.add(cell.outcome())));
        return List.copyOf(outcomes);
    }
}
