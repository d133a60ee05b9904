package org.pgassay.report.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgassay.report.graph.DrawnRevision.State;
import org.pgassay.report.graph.GraphLayout.Edge;
import org.pgassay.report.graph.GraphLayout.Row;

/**
 * Draws a graph as SVG: the first revision on top. What is applied, pending and failed differs in form as well as in
 * colour, and is said in words.
 */
public final class GraphSvg {

    private static final int ROW = 30;
    private static final int LANE = 22;
    private static final int MARGIN = 20;
    private static final int LONGEST = 64;

    /** About what a character of the texts takes, in pixels. */
    private static final double CHARACTER = 7.6;

    private static final String STYLE = """
            .revision-graph{--line:#8b8a84;--ink:#1c1f23;--soft:#565c64;--card:#ffffff;--passed:#1a6b41;--failed:#ad2318;--pending:#7a5300}
            @media (prefers-color-scheme:dark){.revision-graph{--line:#767b85;--ink:#e8e6e1;--soft:#a5a9b0;--card:#1c1f25;--passed:#7fd0a0;--failed:#ff9a8d;--pending:#ecc45f}}
            .revision-graph .sheet{fill:var(--card)}
            .revision-graph .edge{fill:none;stroke:var(--line);stroke-width:2}
            .revision-graph .edge.needs{stroke-dasharray:3 4}
            .revision-graph .node{stroke-width:2.5;stroke:var(--ink);fill:var(--ink)}
            .revision-graph .node.applied{stroke:var(--passed);fill:var(--passed)}
            .revision-graph .node.pending{stroke:var(--pending);fill:var(--card);stroke-dasharray:3 2}
            .revision-graph .node.failed{stroke:var(--failed);fill:var(--card)}
            .revision-graph text{font:13px system-ui,sans-serif;fill:var(--soft)}
            .revision-graph .id{font:600 13px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--ink)}
            .revision-graph .remark{font-style:italic}
            """;

    private GraphSvg() {}

    /** A file of its own, with its style. */
    public static String document(List<DrawnRevision> revisions) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + draw(revisions, "<style>\n" + STYLE + "</style>\n");
    }

    /** The element for a page that has the style of its classes. */
    public static String element(List<DrawnRevision> revisions) {
        return draw(revisions, "");
    }

    private static String draw(List<DrawnRevision> revisions, String style) {
        GraphLayout layout = GraphLayout.of(revisions);
        int text = MARGIN + layout.width() * LANE;
        int height = 2 * MARGIN + Math.max(0, layout.rows().size() - 1) * ROW;
        int width = text
                + layout.rows().stream().mapToInt(GraphSvg::textWidth).max().orElse(0)
                + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"revision-graph\" width=\"%1$d\" height=\"%2$d\""
                        + " viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-labelledby=\"graph-title graph-desc\">%n",
                width,
                height));
        svg.append("<title id=\"graph-title\">Revision graph</title>\n<desc id=\"graph-desc\">")
                .append(escaped(description(layout)))
                .append("</desc>\n")
                .append(style);
        if (!style.isEmpty()) {
            svg.append("<rect class=\"sheet\" width=\"100%\" height=\"100%\"/>\n");
        }
        layout.edges().forEach(edge -> svg.append(line(edge)));
        for (int i = 0; i < layout.rows().size(); i++) {
            revision(svg, layout.rows().get(i), i, text);
        }
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    /** What the drawing shows, for who does not see it. */
    private static String description(GraphLayout layout) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        layout.rows().forEach(row -> states.merge(row.revision().state(), 1, Integer::sum));
        StringBuilder words = new StringBuilder();
        words.append(layout.rows().size()).append(" revisions from top to bottom");
        states.forEach((state, count) -> {
            if (state != State.STATED) {
                words.append(", ").append(count).append(' ').append(state.name().toLowerCase(Locale.ROOT));
            }
        });
        words.append('.');
        for (Row row : layout.rows()) {
            List<String> parents = row.revision().parents();
            words.append(' ').append(GraphWords.plain(row.revision().id(), LONGEST));
            words.append(parents.isEmpty() ? " follows none." : " follows " + String.join(", ", parents) + ".");
        }
        return words.toString();
    }

    private static int x(int lane) {
        return MARGIN + lane * LANE;
    }

    private static int y(int row) {
        return MARGIN + row * ROW;
    }

    private static String line(Edge edge) {
        int fromX = x(edge.fromLane());
        int toX = x(edge.toLane());
        int fromY = y(edge.from());
        int toY = y(edge.to());
        StringBuilder path = new StringBuilder("M" + fromX + " " + fromY);
        if (edge.to() - edge.from() == 1) {
            path.append(curve(fromX, fromY, toX, toY));
        } else {
            int laneX = x(edge.lane());
            path.append(curve(fromX, fromY, laneX, fromY + ROW));
            path.append("V").append(toY - ROW);
            path.append(curve(laneX, toY - ROW, toX, toY));
        }
        return "<path class=\"edge" + (edge.dependency() ? " needs" : "") + "\" d=\"" + path + "\"/>\n";
    }

    private static String curve(int fromX, int fromY, int toX, int toY) {
        int middle = (fromY + toY) / 2;
        return fromX == toX ? "V" + toY : "C" + fromX + " " + middle + " " + toX + " " + middle + " " + toX + " " + toY;
    }

    private static void revision(StringBuilder svg, Row row, int index, int textX) {
        DrawnRevision revision = row.revision();
        String state = revision.state().name().toLowerCase(Locale.ROOT);
        int x = x(row.lane());
        int y = y(index);
        svg.append("<g><title>")
                .append(escaped(GraphWords.plain(revision.id() + " " + revision.title(), 4 * LONGEST)))
                .append(revision.state() == State.STATED ? "" : " (" + state + ")")
                .append("</title>");
        if (revision.state() == State.FAILED) {
            svg.append(String.format(
                    Locale.ROOT, "<path class=\"node failed\" d=\"M%d %dl12 12m0 -12l-12 12\"/>", x - 6, y - 6));
        } else {
            int radius = revision.parents().size() > 1 ? 8 : 6;
            svg.append("<circle class=\"node " + state + "\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"" + radius + "\"/>");
        }
        svg.append("<text x=\"" + textX + "\" y=\"" + (y + 4) + "\"><tspan class=\"id\">")
                .append(escaped(GraphWords.plain(revision.id(), LONGEST)))
                .append("</tspan>");
        String title = GraphWords.plain(revision.title(), LONGEST);
        if (!title.isEmpty()) {
            svg.append("<tspan dx=\"10\">").append(escaped(title)).append("</tspan>");
        }
        String remarks = GraphWords.plain(GraphWords.remarks(row), 2 * LONGEST);
        if (!remarks.isEmpty()) {
            svg.append("<tspan class=\"remark\" dx=\"10\">")
                    .append(escaped(remarks))
                    .append("</tspan>");
        }
        svg.append("</text></g>\n");
    }

    private static int textWidth(Row row) {
        int characters = GraphWords.plain(row.revision().id(), LONGEST).length()
                + GraphWords.plain(row.revision().title(), LONGEST).length()
                + GraphWords.plain(GraphWords.remarks(row), 2 * LONGEST).length();
        return (int) (characters * CHARACTER) + 20;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
