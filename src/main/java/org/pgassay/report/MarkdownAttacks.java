package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.stream.Collectors;
import org.pgassay.check.AttackVector;
import org.pgassay.report.view.AttackMatrix;

/** Renders what {@code report.md} says of the attempts to change rows that must not change. */
final class MarkdownAttacks {

    private MarkdownAttacks() {}

    /** Vectors downwards, tables and roles across; nothing where nobody tried. */
    static String of(AttackMatrix matrix) {
        if (matrix.rows().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n## Attempts to change rows that must not change\n\n| Vector |");
        matrix.rows()
                .forEach(row -> out.append(' ')
                        .append(code(row.table()))
                        .append(" as ")
                        .append(code(row.role()))
                        .append(" |"));
        out.append("\n|---|").append(":---:|".repeat(matrix.rows().size())).append('\n');
        for (AttackVector vector : matrix.vectors()) {
            out.append("| ").append(code("immutability/" + vector.word())).append(" |");
            matrix.rows()
                    .forEach(row -> out.append(' ')
                            .append(row.cell(vector)
                                    .map(cell -> text(AttackMatrix.sign(cell.outcome())))
                                    .orElse(" "))
                            .append(" |"));
            out.append('\n');
        }
        return out.append('\n')
                .append(matrix.outcomes().stream()
                        .map(outcome -> text(AttackMatrix.sign(outcome) + " " + AttackMatrix.meaning(outcome)))
                        .collect(Collectors.joining("; ")))
                .append(".\n")
                .toString();
    }
}
