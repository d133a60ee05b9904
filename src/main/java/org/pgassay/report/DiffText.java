package org.pgassay.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Figures;
import org.pgassay.report.view.DiffView;
import org.pgassay.report.view.Legible;

/** Renders a comparison as plain text, for the terminal. */
public final class DiffText {

    private static final String ROW = "   %-20s %8s %8s %10s %10s %10s\n";

    private DiffText() {}

    /** The comparison as text, with LF line ends. */
    public static String render(Delta delta) {
        Comparison comparison = delta.comparison();
        StringBuilder out = new StringBuilder();
        out.append(delta.outcome().name()).append("  ").append(delta.summary()).append('\n');
        out.append("   LEFT   ").append(Legible.line(comparison.left())).append('\n');
        out.append("   RIGHT  ").append(Legible.line(comparison.right())).append("\n\n");
        figures(comparison, out);
        changes(comparison, out);
        renames(comparison, out);
        ignored(comparison, out);
        list("Could not be seen, and was not compared:", comparison.unseen(), out);
        list("Note:", comparison.notes(), out);
        return out.toString();
    }

    private static void figures(Comparison comparison, StringBuilder out) {
        out.append(String.format(Locale.ROOT, ROW, "kind", "alike", "changed", "only LEFT", "only RIGHT", "parity"));
        for (Map.Entry<ObjectKind, Figures> kind : comparison.byKind().entrySet()) {
            row(kind.getKey().word(), kind.getValue(), out);
        }
        row("all", comparison.total(), out);
    }

    private static void row(String name, Figures figures, StringBuilder out) {
        out.append(String.format(
                Locale.ROOT,
                ROW,
                name,
                figures.alike(),
                figures.changed(),
                figures.removed(),
                figures.added(),
                figures.total() == 0 ? "-" : figures.percent()));
    }

    private static void changes(Comparison comparison, StringBuilder out) {
        @Nullable ObjectKind kind = null;
        for (Change change : comparison.changes()) {
            if (change.kind() != kind) {
                kind = change.kind();
                out.append('\n');
            }
            out.append("   ").append(line(change, comparison.home())).append('\n');
            for (Attribute attribute : change.attributes()) {
                attribute(attribute, out);
            }
        }
    }

    private static void attribute(Attribute attribute, StringBuilder out) {
        out.append("       ").append(attribute.name()).append('\n');
        out.append("         LEFT   ")
                .append(Legible.line(attribute.left().strip()))
                .append('\n');
        out.append("         RIGHT  ")
                .append(Legible.line(attribute.right().strip()))
                .append('\n');
    }

    /** One change: {@code -} for what only LEFT has, {@code +} for what only RIGHT has, {@code ~} for what differs. */
    private static String line(Change change, String home) {
        String object = Legible.line(change.object(home));
        return switch (change.sort()) {
            case REMOVED -> "- " + object;
            case ADDED -> "+ " + object;
            case CHANGED -> "~ " + object;
        };
    }

    private static void renames(Comparison comparison, StringBuilder out) {
        list(
                "Perhaps renamed; counted as only LEFT and only RIGHT all the same:",
                comparison.renames().stream()
                        .map(rename -> DiffView.words(rename, comparison.home()))
                        .toList(),
                out);
    }

    private static void ignored(Comparison comparison, StringBuilder out) {
        list(
                "Ignored:",
                comparison.ignored().stream()
                        .map(each -> line(each.change(), comparison.home()) + "   (" + DiffView.words(each.exemption())
                                + ")")
                        .toList(),
                out);
        list(
                "Ignored for nothing, since nothing that differs is meant:",
                comparison.needless().stream().map(DiffView::words).toList(),
                out);
    }

    private static void list(String title, List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append("\n   ").append(title).append('\n');
            lines.forEach(line -> out.append("   ").append(Legible.line(line)).append('\n'));
        }
    }
}
