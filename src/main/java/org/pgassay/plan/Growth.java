package org.pgassay.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cost of a query grows with a table.
 *
 * <p>Costs of plans go up in steps: a B-tree gets one level higher, a plan turns over into another one. So what counts is the
 * growth between any two sizes of which the larger is at least ten times the smaller: it may be twice that of the stated order,
 * and no more. Costs below {@value #FLOOR}, what reading two pages somewhere costs, are as good as that: a table that fits
 * into a page costs less, whatever its plan.
 *
 * @param table as the spec would write it
 * @param order constant, logarithmic or linear
 * @param points ascending
 * @param broken the first two sizes between which the cost grows faster; null if it does not
 */
public record Growth(
        String table,
        String order,
        List<Point> points,
        @Nullable Step broken) {

    private static final double FLOOR = 10;

    private static final double DECADE = 10;

    private static final double TOLERANCE = 2;

    /**
     * A size, what the query costs at it, and its plan.
     *
     * @param shape the plan on one line
     * @param json the plan as PostgreSQL printed it
     */
    public record Point(double rows, double cost, String shape, String json) {}

    /** Two sizes. */
    public record Step(Point from, Point to) {}

    /** Copies the list. */
    public Growth {
        points = List.copyOf(points);
    }

    /** Judges costs at sizes, which are ascending. */
    public static Growth of(String table, String order, List<Point> points) {
        return new Growth(table, order, points, broken(order, points));
    }

    private static @Nullable Step broken(String order, List<Point> points) {
        for (int to = 1; to < points.size(); to++) {
            for (int from = to - 1; from >= 0; from--) {
                if (exceeds(order, points.get(from), points.get(to))) {
                    return new Step(points.get(from), points.get(to));
                }
            }
        }
        return null;
    }

    private static boolean exceeds(String order, Point from, Point to) {
        double ratio = to.rows() / from.rows();
        double grown = Math.max(to.cost(), FLOOR) / Math.max(from.cost(), FLOOR);
        return ratio >= DECADE && grown > TOLERANCE * allowed(order, from.rows(), to.rows());
    }

    /** By what factor a cost of that order grows between two numbers of rows. */
    public static double allowed(String order, double from, double to) {
        return switch (order) {
            case "constant" -> 1;
            case "logarithmic" -> Math.log(Math.max(to, DECADE)) / Math.log(Math.max(from, DECADE));
            case "linear" -> to / from;
            default -> throw new IllegalArgumentException("no order of growth is called " + order);
        };
    }
}
