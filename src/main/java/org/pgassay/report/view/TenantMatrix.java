package org.pgassay.report.view;

import java.util.List;
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
        return cells.stream()
                .filter(cell -> cell.table().equals(table) && cell.operation().equals(operation))
                .map(Cell::outcome)
                .findFirst()
                .orElse("–");
    }

    private static String operation(Finding finding) {
        return finding.check().substring(FAMILY.length());
    }

    private static String outcome(Finding finding) {
        return switch (finding.verdict()) {
            case PASSED -> NO_ACCESS.equals(finding.observed()) ? "no-access" : "denied";
            case FAILED, WAIVED -> "reached";
            case VACUOUS, UNVERIFIED, ERRORED -> "untried";
        };
    }
}
