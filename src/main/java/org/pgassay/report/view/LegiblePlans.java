package org.pgassay.report.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;
import org.pgassay.plan.PlanNode;

/** Makes the text in plans safe to read: names of tables, indexes and aliases, and conditions, come from a database. */
final class LegiblePlans {

    private LegiblePlans() {}

    static PlanBook of(PlanBook book) {
        return new PlanBook(book.accounts().stream().map(LegiblePlans::account).toList(), lines(book.notMissed()));
    }

    private static PlanBook.Account account(PlanBook.Account account) {
        Growth growth = account.growth();
        return new PlanBook.Account(
                Legible.line(account.query()),
                account.tier(),
                Legible.line(account.at()),
                Legible.line(account.role()),
                node(account.root()),
                account.json(),
                account.marked(),
                lines(account.nearTies()),
                growth == null ? null : growth(growth));
    }

    private static PlanNode node(PlanNode node) {
        Map<String, String> details = new LinkedHashMap<>();
        node.details().forEach((key, value) -> details.put(Legible.line(key), Legible.line(value)));
        return new PlanNode(
                Legible.line(node.type()),
                orNull(node.relation()),
                orNull(node.alias()),
                orNull(node.index()),
                node.startupCost(),
                node.totalCost(),
                node.rows(),
                node.width(),
                node.disabled(),
                details,
                node.children().stream().map(LegiblePlans::node).toList());
    }

    private static Growth growth(Growth growth) {
        Growth.Step broken = growth.broken();
        return new Growth(
                Legible.line(growth.table()),
                growth.order(),
                growth.points().stream().map(LegiblePlans::point).toList(),
                broken == null ? null : new Growth.Step(point(broken.from()), point(broken.to())));
    }

    private static Growth.Point point(Growth.Point point) {
        return new Growth.Point(point.rows(), point.cost(), Legible.line(point.shape()), point.json());
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream().map(Legible::line).toList();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : Legible.line(text);
    }
}
