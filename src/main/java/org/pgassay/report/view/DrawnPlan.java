package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;

/**
 * A step of a plan as a reader sees it, with those below it.
 *
 * @param marked whether it breaks what the spec states
 */
public record DrawnPlan(
        String step, String figures, List<String> conditions, boolean marked, List<DrawnPlan> children) {

    /** Copies the lists. */
    public DrawnPlan {
        conditions = List.copyOf(conditions);
        children = List.copyOf(children);
    }

    /** The plan from its root. */
    public static DrawnPlan of(PlanBook.Account account) {
        return drawn(account.root(), account, new int[] {0});
    }

    private static DrawnPlan drawn(PlanNode node, PlanBook.Account account, int[] next) {
        boolean marked = account.marked().contains(next[0]++);
        List<DrawnPlan> children = new ArrayList<>();
        for (PlanNode child : node.children()) {
            children.add(drawn(child, account, next));
        }
        return new DrawnPlan(
                PlanWords.step(node), PlanWords.figures(node), PlanWords.conditions(node), marked, children);
    }

    /** What a plan was asked for, in a sentence. */
    public static String circumstances(PlanBook.Account account) {
        return switch (account.tier()) {
            case "servable" ->
                "On the tables as the migrations left them, with sequential scans and sorts switched off; asked as "
                        + account.role() + ".";
            case "measured" ->
                "Run over really made rows: " + account.at() + "; asked as " + account.role()
                        + ". Pages are those of 8 kB that a step and those below it looked at.";
            default ->
                (account.at().isEmpty() ? "At no stated size" : "With " + account.at() + ", simulated")
                        + "; asked as " + account.role() + ".";
        };
    }

    /** How the cost grows, in a sentence. */
    public static String growing(Growth growth) {
        Growth.Step broken = growth.broken();
        return broken == null
                ? "Its cost grows no faster than " + growth.order() + " with " + growth.table() + "."
                : "Its cost grows faster than " + growth.order() + " with " + growth.table() + ", between "
                        + rows(broken.from().rows()) + " and "
                        + rows(broken.to().rows()) + " rows.";
    }

    /** A number of rows. */
    public static String rows(double rows) {
        return String.format(Locale.ROOT, "%,.0f", rows);
    }
}
