package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.stream.Collectors;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;
import org.pgassay.plan.PlanWords;
import org.pgassay.report.view.DrawnPlan;

/** Renders the plans of {@code report.md} as indented text. */
final class MarkdownPlans {

    private MarkdownPlans() {}

    /** The plans; nothing if none were asked for. */
    static String of(PlanBook book) {
        if (book.accounts().isEmpty()) {
            return "";
        }
        StringBuilder out =
                new StringBuilder("\n## Query plans (" + book.accounts().size() + ")\n");
        book.accounts().forEach(account -> account(account, out));
        if (!book.notMissed().isEmpty()) {
            out.append("\nIndexes that no query stated here would miss: ")
                    .append(book.notMissed().stream().map(Markdown::code).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return out.toString();
    }

    private static void account(PlanBook.Account account, StringBuilder out) {
        out.append("\n### ")
                .append(text(account.query()))
                .append(", ")
                .append(account.tier())
                .append("\n\n");
        out.append(text(DrawnPlan.circumstances(account))).append("\n\n");
        out.append(Markdown.pre(String.join("\n", PlanWords.lines(account.root(), account.marked()))));
        account.nearTies().forEach(tie -> out.append("\n- ").append(text(tie)).append("\n"));
        Growth growth = account.growth();
        if (growth != null) {
            out.append("\n").append(text(DrawnPlan.growing(growth))).append("\n\n");
            out.append("| Rows of ").append(code(growth.table())).append(" | Cost | Plan |\n|---:|---:|---|\n");
            growth.points()
                    .forEach(point -> out.append("| ")
                            .append(DrawnPlan.rows(point.rows()))
                            .append(" | ")
                            .append(PlanWords.cost(point.cost()))
                            .append(" | ")
                            .append(text(point.shape()))
                            .append(" |\n"));
        }
    }
}
