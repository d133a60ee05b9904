package org.pgassay.report.graph;

import java.util.List;
import java.util.Locale;
import org.pgassay.plan.Growth;
import org.pgassay.plan.Growth.Point;
import org.pgassay.plan.PlanWords;

/** Draws how a cost grows with a table, both by powers of ten, beside the order that is stated. */
public final class GrowthSvg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 280;
    private static final int LEFT = 72;
    private static final int RIGHT = 24;
    private static final int TOP = 20;
    private static final int BOTTOM = 48;

    private final Growth growth;
    private final double firstRows;
    private final double lastRows;
    private final double least;
    private final double greatest;
    private final StringBuilder svg = new StringBuilder();

    private GrowthSvg(Growth growth) {
        this.growth = growth;
        List<Point> points = growth.points();
        this.firstRows = Math.floor(log(points.get(0).rows()));
        this.lastRows = Math.max(
                firstRows + 1, Math.ceil(log(points.get(points.size() - 1).rows())));
        double low = points.stream().mapToDouble(Point::cost).min().orElse(1);
        double high = points.stream().mapToDouble(Point::cost).max().orElse(1);
        this.least = Math.floor(log(low));
        this.greatest = Math.max(least + 1, Math.ceil(log(high)));
    }

    /** The element for a page that has the style of its classes; the title's id must be of one drawing only. */
    public static String element(Growth growth, String id) {
        return new GrowthSvg(growth).draw(id);
    }

    private String draw(String id) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"growth\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %1$d %2$d\""
                        + " role=\"img\" aria-labelledby=\"%s\">",
                WIDTH, HEIGHT, id);
        add("<title id=\"%s\">%s</title>", id, escaped(words()));
        axes();
        stated();
        add("<polyline class=\"curve\" points=\"%s\"/>", path());
        growth.points().forEach(this::point);
        add("</svg>");
        return svg.toString();
    }

    private String words() {
        StringBuilder words = new StringBuilder("Cost by rows of ").append(growth.table());
        growth.points()
                .forEach(point -> words.append("; ")
                        .append(PlanWords.count(point.rows(), "row"))
                        .append(": ")
                        .append(PlanWords.cost(point.cost())));
        return words.toString();
    }

    private void axes() {
        for (int power = (int) firstRows; power <= lastRows; power++) {
            double x = x(power);
            add("<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%1$.1f\" y2=\"%d\"/>", x, TOP, HEIGHT - BOTTOM);
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x, HEIGHT - BOTTOM + 18, power(power));
        }
        for (int power = (int) least; power <= greatest; power++) {
            double y = y(power);
            add("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%2$.1f\"/>", LEFT, y, WIDTH - RIGHT);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, power(power));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">rows of %s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, escaped(growth.table()));
        add(
                "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %1$d)\">cost</text>",
                (TOP + HEIGHT - BOTTOM) / 2);
    }

    /** The stated order, from the first point on. */
    private void stated() {
        Point first = growth.points().get(0);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= 40; i++) {
            double at = log(first.rows()) + (lastRows - log(first.rows())) * i / 40;
            double cost = log(first.cost() * Growth.allowed(growth.order(), first.rows(), Math.pow(10, at)));
            if (cost <= greatest) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(at), y(cost)));
            }
        }
        add("<polyline class=\"stated\" points=\"%s\"/>", path.toString().strip());
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        growth.points()
                .forEach(point -> path.append(
                        String.format(Locale.ROOT, "%.1f,%.1f ", x(log(point.rows())), y(log(point.cost())))));
        return path.toString().strip();
    }

    private void point(Point point) {
        Growth.Step broken = growth.broken();
        double x = x(log(point.rows()));
        double y = y(log(point.cost()));
        boolean breaks = broken != null && point.rows() == broken.to().rows();
        if (breaks) {
            add("<path class=\"break\" d=\"M%.1f %.1fl12 12m0 -12l-12 12\"/>", x - 6, y - 6);
        } else {
            add("<circle class=\"size\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", x, y);
        }
        boolean right = x > WIDTH - RIGHT - 40.0;
        add(
                "<text class=\"figure\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                right ? x + 6 : x + 8,
                y > HEIGHT - BOTTOM - 20 ? y - 10 : y + 20,
                right ? "end" : "start",
                PlanWords.cost(point.cost()));
    }

    private double x(double power) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (power - firstRows) / (lastRows - firstRows);
    }

    private double y(double power) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (power - least) / (greatest - least);
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 0.01));
    }

    private static String power(int power) {
        return power >= 0 && power <= 3
                ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))
                : "10<tspan class=\"power\" dy=\"-5\">" + power + "</tspan>";
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
