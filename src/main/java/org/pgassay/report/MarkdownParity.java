package org.pgassay.report;

import static org.pgassay.report.Markdown.code;
import static org.pgassay.report.Markdown.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Figures;
import org.pgassay.report.view.DiffView;
import org.pgassay.report.view.Labels;

/** Writes what was compared with another schema. */
final class MarkdownParity {

    /** More lines are folded. */
    private static final int LONG = 20;

    private MarkdownParity() {}

    /** The figures by kind and what differs; nothing where nothing was compared. */
    static String section(@Nullable Delta delta) {
        if (delta == null) {
            return "";
        }
        DiffView view = DiffView.of(delta);
        StringBuilder out = new StringBuilder("\n## Parity with " + text(view.left()) + "\n\n");
        out.append(text(delta.summary())).append(" LEFT is ").append(code(view.left()));
        out.append(", RIGHT is ").append(text(view.right())).append('.');
        out.append(delta.extraAllowed() ? " What only RIGHT has does not count.\n\n" : "\n\n");
        out.append("| Kind | Alike | Differ | Only LEFT | Only RIGHT | Parity |\n|---|---:|---:|---:|---:|---:|\n");
        view.figures().forEach(row -> out.append(row(row)));
        List<String> differences = view.groups().stream()
                .flatMap(group -> group.items().stream())
                .map(item -> "- " + code(item.name()) + " " + text(item.sort())
                        + (item.attributes().isEmpty()
                                ? ""
                                : " in "
                                        + String.join(
                                                ", ",
                                                item.attributes().stream()
                                                        .map(attribute -> text(attribute.name()))
                                                        .toList())))
                .toList();
        list("What differs", differences, out);
        list("Perhaps renamed", bullets(view.renames()), out);
        list("Ignored", bullets(view.ignored()), out);
        list("Could not be seen", bullets(view.unseen()), out);
        list("Notes", bullets(view.notes()), out);
        return out.toString();
    }

    private static String row(DiffView.Row row) {
        Figures figures = row.figures();
        return "| " + text(row.kind()) + " | " + Labels.number(figures.alike()) + " | "
                + Labels.number(figures.changed()) + " | " + Labels.number(figures.removed()) + " | "
                + Labels.number(figures.added()) + " | " + row.parity() + " |\n";
    }

    private static List<String> bullets(List<String> lines) {
        return lines.stream().map(line -> "- " + text(line)).toList();
    }

    private static void list(String title, List<String> lines, StringBuilder out) {
        if (lines.isEmpty()) {
            return;
        }
        String head = title + " (" + Labels.number(lines.size()) + ")";
        boolean folded = lines.size() > LONG;
        out.append(folded ? "\n<details>\n<summary>" + head + "</summary>\n\n" : "\n" + head + ":\n\n");
        lines.forEach(line -> out.append(line).append('\n'));
        out.append(folded ? "\n</details>\n" : "");
    }
}
