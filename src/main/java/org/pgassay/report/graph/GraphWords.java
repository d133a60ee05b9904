package org.pgassay.report.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands beside a revision. */
final class GraphWords {

    private GraphWords() {}

    /** What is particular about it, such as {@code merges 10, head}; empty for nothing. */
    static String remarks(GraphLayout.Row row) {
        DrawnRevision revision = row.revision();
        List<String> remarks = new ArrayList<>();
        if (revision.parents().isEmpty()) {
            remarks.add("root");
        } else if (revision.parents().size() > 1) {
            remarks.add("merges " + revision.parents().size());
        }
        if (!row.followed()) {
            remarks.add("head");
        }
        if (!revision.dependsOn().isEmpty()) {
            remarks.add("needs " + String.join(", ", revision.dependsOn()));
        }
        if (!row.missing().isEmpty()) {
            remarks.add("missing: " + String.join(", ", row.missing()));
        }
        if (revision.state() == DrawnRevision.State.PENDING || revision.state() == DrawnRevision.State.FAILED) {
            remarks.add(revision.state().name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", remarks);
    }

    /** A text for one line, without what a terminal or XML could take for a command. */
    static String plain(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFE\\uFFFF]+", " ");
        return line.codePointCount(0, line.length()) > longest
                ? line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…"
                : line;
    }
}
