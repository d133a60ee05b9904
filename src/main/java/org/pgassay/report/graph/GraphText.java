package org.pgassay.report.graph;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.report.graph.GraphLayout.Row;
import org.pgassay.report.graph.GraphLayout.Slot;

/** Draws a graph for a terminal: the first revision on top, each line in a lane of its own. */
public final class GraphText {

    private static final int LONGEST = 70;

    private GraphText() {}

    /** The drawing, a line for each revision and one wherever lines part. */
    public static String render(List<DrawnRevision> revisions) {
        GraphLayout layout = GraphLayout.of(revisions);
        StringBuilder text = new StringBuilder();
        for (Row row : layout.rows()) {
            String remarks = GraphWords.remarks(row);
            String title = GraphWords.plain(row.revision().title(), LONGEST);
            text.append(node(row))
                    .append(' ')
                    .append(GraphWords.plain(row.revision().id(), LONGEST))
                    .append(title.isEmpty() ? "" : "  " + title)
                    .append(remarks.isEmpty() ? "" : "  (" + GraphWords.plain(remarks, 2 * LONGEST) + ")")
                    .append('\n');
            if (!row.out().isEmpty() && !row.out().equals(Set.of(row.lane()))) {
                text.append(parting(row).stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private static String node(Row row) {
        Set<Integer> joining = new TreeSet<>();
        for (int i = 0; i < row.before().size(); i++) {
            if (i != row.lane()
                    && !row.before().get(i).free()
                    && row.between().get(i).free()) {
                joining.add(i);
            }
        }
        int last = joining.stream().mapToInt(i -> i).max().orElse(row.lane());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.max(row.before().size(), row.lane() + 1); i++) {
            boolean across = i > row.lane() && i <= last;
            if (i == row.lane()) {
                line.append(sign(row));
            } else if (joining.contains(i)) {
                line.append(i == last ? '╯' : '┴');
            } else {
                line.append(passing(slot(row.before(), i), across));
            }
            line.append(i >= row.lane() && i < last ? '─' : ' ');
        }
        return line.toString();
    }

    private static char sign(Row row) {
        return switch (row.revision().state()) {
            case STATED, APPLIED -> '●';
            case PENDING -> '○';
            case FAILED -> '✘';
        };
    }

    private static Slot slot(List<Slot> slots, int lane) {
        return lane < slots.size() ? slots.get(lane) : Slot.FREE;
    }

    private static char passing(Slot slot, boolean across) {
        if (slot.free()) {
            return across ? '─' : ' ';
        }
        return across ? '┼' : slot.dependency() ? '┊' : '│';
    }

    private static String parting(Row row) {
        Set<Integer> ends = new TreeSet<>(row.out());
        ends.add(row.lane());
        int first = ends.stream().mapToInt(i -> i).min().orElse(0);
        int last = ends.stream().mapToInt(i -> i).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.max(row.between().size(), last + 1); i++) {
            boolean up = i == row.lane() || !slot(row.between(), i).free();
            boolean down = row.out().contains(i) || !slot(row.between(), i).free();
            if (ends.contains(i)) {
                line.append(corner(up, down, i > first, i < last));
            } else {
                line.append(passing(slot(row.between(), i), i > first && i < last));
            }
            line.append(i >= first && i < last ? '─' : ' ');
        }
        return line.toString();
    }

    private static char corner(boolean up, boolean down, boolean left, boolean right) {
        if (left && right) {
            return up && down ? '┼' : up ? '┴' : '┬';
        } else if (right) {
            return up && down ? '├' : up ? '╰' : '╭';
        }
        return up && down ? '┤' : up ? '╯' : '╮';
    }
}
