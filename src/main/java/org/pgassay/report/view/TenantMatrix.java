package org.pgassay.report.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.check.Finding;
import org.pgassay.verify.Report;

/**
 * What came of trying, as one tenant, to get at another one's rows: by table and operation.
 *
 * @param cells in the report's order; empty where nothing of the kind was to be tried
 */
public record TenantMatrix(List<Cell> cells) {

    /** The operations, in the order of the columns; each is the kind of check of its name. */
    public static final List<String> OPERATIONS =
            List.of("read", "insert", "update", "delete", "upsert", "move", "reference", "no-context", "views-read");

    private static final String FAMILY = "tenancy/";
    private static final String NO_ACCESS = "no access at all";
    private static final String REACHED = "reached";
    private static final String UNTRIED = "untried";
    private static final String DENIED = "denied";
    private static final String NO_RIGHT = "no-access";
    private static final String NOTHING = "nothing to try";

    /**
     * An operation on a table.
     *
     * @param table the table or view; for a reference the foreign key
     * @param outcome {@code denied}, {@code no-access}, {@code reached} or {@code untried}
     * @param reason what was found
     */
    public record Cell(String table, String operation, String outcome, String reason) {}

    /** Copies the list. */
    public TenantMatrix {
        cells = List.copyOf(cells);
    }

    /** The attempts of a report. */
    public static TenantMatrix of(Report report) {
        return new TenantMatrix(report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.check().startsWith(FAMILY) && OPERATIONS.contains(operation(finding)))
                .filter(finding -> !NOTHING.equals(finding.observed()))
                .map(finding -> new Cell(finding.subject(), operation(finding), outcome(finding), finding.message()))
                .toList());
    }

    /** The tables and views that anything was tried on, each once. */
    public List<String> tables() {
        return cells.stream().map(Cell::table).distinct().sorted().toList();
    }

    /** What came of an operation on a table; a dash where there was nothing to try. */
    public String outcome(String table, String operation) {
        return cell(table, operation).map(Cell::outcome).orElse("–");
    }

    /** What came of an operation on a table, if there was anything to try. */
    public Optional<Cell> cell(String table, String operation) {
        return cells.stream()
                .filter(cell -> cell.table().equals(table) && cell.operation().equals(operation))
                .findFirst();
    }

    /** The outcomes that occur, the worst first. */
    public List<String> outcomes() {
        return Stream.of(REACHED, UNTRIED, DENIED, NO_RIGHT)
                .filter(outcome ->
                        cells.stream().anyMatch(cell -> cell.outcome().equals(outcome)))
                .toList();
    }

    /** The sign for an outcome; each has a form of its own, so that no one needs its colour. */
    public static String sign(String outcome) {
        return switch (outcome) {
            case REACHED -> "✕";
            case DENIED -> "✓";
            case NO_RIGHT -> "○";
            default -> "?";
        };
    }

    /** What an outcome means. */
    public static String meaning(String outcome) {
        return switch (outcome) {
            case REACHED -> "another tenant's rows are reached";
            case DENIED -> "denied, while the same works on own rows";
            case NO_RIGHT -> "no access at all, to own rows either";
            default -> "not known";
        };
    }

    /** The class of a field, by whose colour it is drawn. */
    public static String tone(String outcome) {
        return switch (outcome) {
            case REACHED -> "failed";
            case DENIED, NO_RIGHT -> "passed";
            default -> "unverified";
        };
    }

    private static String operation(Finding finding) {
        return finding.check().substring(FAMILY.length());
    }

    private static String outcome(Finding finding) {
        return switch (finding.verdict()) {
            case PASSED -> NO_ACCESS.equals(finding.observed()) ? NO_RIGHT : DENIED;
            case FAILED, WAIVED -> REACHED;
            case VACUOUS, UNVERIFIED, ERRORED -> UNTRIED;
        };
    }
}
