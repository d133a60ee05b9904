package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.check.Verdict;
import org.pgassay.check.plan.PlanSection.Order;
import org.pgassay.plan.Growth;
import org.pgassay.plan.Growth.Point;
import org.pgassay.plan.PlanWords;
import org.pgassay.plan.TableSize;
import org.pgassay.spec.Location;

/**
 * While a table grows, a query's cost must not grow faster than stated.
 *
 * @param rows ascending
 */
record PlanGrows(StatedQuery query, QualifiedName table, List<Double> rows, Order order, Location location)
        implements PlanCheck {

    static final String ID = "plan/grows";

    /** Copies the list. */
    PlanGrows {
        rows = List.copyOf(rows);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Growth growth = growth(evidence);
        String name = query.names().subject(table);
        String word = order.name().toLowerCase(Locale.ROOT);
        String role = evidence.plans().role(query.query());
        Point first = growth.points().get(0);
        Point last = growth.points().get(growth.points().size() - 1);
        String span = PlanWords.cost(first.cost()) + " at " + PlanWords.count(first.rows(), "row") + ", "
                + PlanWords.cost(last.cost()) + " at " + PlanWords.count(last.rows(), "row");
        List<String> lines = lines(growth);
        if (growth.broken() == null) {
            return List.of(Finding.passed(
                            this,
                            "the cost of " + query.name() + " grows no faster than " + word + " with " + name + ": "
                                    + span + ".",
                            span,
                            growth.points().size())
                    .with(lines)
                    .as(role));
        }
        Growth.Step step = growth.broken();
        String broken = PlanWords.cost(step.from().cost()) + " at "
                + PlanWords.count(step.from().rows(), "row") + ", "
                + PlanWords.cost(step.to().cost()) + " at "
                + PlanWords.count(step.to().rows(), "row");
        return List.of(new Finding(
                id(),
                subject(),
                Verdict.FAILED,
                "the cost of " + query.name() + " grows faster than " + word + " with " + name + ": " + broken + "."
                        + turned(step),
                "Index what it selects and orders by, so that it reads as many rows of a large table as of a small one.",
                word + " growth",
                broken,
                growth.points().size(),
                lines,
                role,
                location));
    }

    private static String turned(Growth.Step step) {
        return step.from().shape().equals(step.to().shape())
                ? " The plan is the same at both: " + step.to().shape() + "."
                : " The plan changes from " + step.from().shape() + " to "
                        + step.to().shape() + ".";
    }

    private static List<String> lines(Growth growth) {
        List<String> lines = new ArrayList<>();
        String before = "";
        for (Point point : growth.points()) {
            lines.add("at " + PlanWords.count(point.rows(), "row") + ": cost " + PlanWords.cost(point.cost())
                    + (point.shape().equals(before) ? ", the same plan" : ", " + point.shape()));
            before = point.shape();
        }
        return lines;
    }

    /** Costs and plans at each size. */
    Growth growth(Evidence evidence) {
        List<Point> points = new ArrayList<>();
        for (double size : rows) {
            Planned planned = Planning.chosen(query, scale(size), evidence);
            points.add(new Point(size, planned.root().totalCost(), PlanWords.shape(planned.root()), planned.json()));
        }
        return Growth.of(query.names().subject(table), order.name().toLowerCase(Locale.ROOT), points);
    }

    /** Those that it asks about. */
    List<Scale> scales() {
        return rows.stream().map(this::scale).toList();
    }

    /** The other tables keep their sizes. */
    private Scale scale(double size) {
        List<TableSize> sizes = query.scale().sizes().stream()
                .map(each -> each.table().equals(table) ? each.withRows(size) : each)
                .toList();
        return new Scale(sizes, query.scale().statistics());
    }

    /** The largest of the tables whose sizes are stated. */
    static Optional<QualifiedName> largest(StatedQuery query) {
        TableSize largest = null;
        for (TableSize size : query.scale().sizes()) {
            largest = largest == null || size.rows() > largest.rows() ? size : largest;
        }
        return Optional.ofNullable(largest).map(TableSize::table);
    }
}
