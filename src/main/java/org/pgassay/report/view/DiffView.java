package org.pgassay.report.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Comparison.Outcome;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Exemption;
import org.pgassay.diff.Figures;
import org.pgassay.diff.Rename;

/**
 * A comparison cut into what a reader sees, every text in it made legible.
 *
 * @param left what people know the left side by; likewise the right one
 * @param figures by kind, and over all kinds at the end
 */
public record DiffView(
        String left,
        String right,
        List<Row> figures,
        List<Group> groups,
        List<String> renames,
        List<String> ignored,
        List<String> needless,
        List<String> unseen,
        List<String> notes) {

    /**
     * The figures of a kind.
     *
     * @param parity the share of what counts
     */
    public record Row(String kind, Figures figures, String parity) {}

    /** The differences of a kind. */
    public record Group(String kind, List<Item> items) {}

    /**
     * A difference.
     *
     * @param sort in words
     * @param tone the class that gives it its colour
     */
    public record Item(String name, String sort, String tone, List<Attribute> attributes) {}

    /** Cuts a comparison. */
    public static DiffView of(Delta delta) {
        Comparison comparison = delta.comparison();
        List<Row> rows = comparison.byKind().entrySet().stream()
                .map(entry -> new Row(entry.getKey().word(), entry.getValue(), delta.counted(entry.getValue()).percent()))
                .collect(Collectors.toList());
        rows.add(new Row("all", comparison.total(), delta.counted(comparison.total()).percent()));
        return new DiffView(
                Legible.line(comparison.left()),
                Legible.line(comparison.right()),
                rows,
                groups(comparison),
                lines(comparison.renames().stream()
                        .map(rename -> words(rename, comparison.home()))
                        .toList()),
                lines(comparison.ignored().stream()
                        .map(each -> each.change().object(comparison.home()) + " ("
                                + sort(each.change(), "LEFT", "RIGHT") + "), by " + words(each.exemption()))
                        .toList()),
                lines(comparison.needless().stream().map(DiffView::words).toList()),
                lines(comparison.unseen()),
                lines(comparison.notes()));
    }

    private static List<Group> groups(Comparison comparison) {
        Map<ObjectKind, List<Change>> byKind = comparison.changes().stream()
                .collect(Collectors.groupingBy(Change::kind, TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().word(),
                        entry.getValue().stream()
                                .map(change -> item(change, comparison.home()))
                                .toList()))
                .toList();
    }

    private static Item item(Change change, String home) {
        String tone = switch (change.sort()) {
            case ADDED -> "unverified";
            case REMOVED, CHANGED -> "failed";
        };
        return new Item(
                Legible.line(change.object(home)),
                sort(change, "LEFT", "RIGHT"),
                tone,
                change.attributes().stream()
                        .map(each -> new Attribute(
                                Legible.line(each.name()), Legible.block(each.left()), Legible.block(each.right())))
                        .toList());
    }

    private static String sort(Change change, String left, String right) {
        return switch (change.sort()) {
            case ADDED -> "only in " + right;
            case REMOVED -> "only in " + left;
            case CHANGED -> "differs";
        };
    }

    /** A pair that may be one object, in words. */
    public static String words(Rename rename, String home) {
        return rename.from().object(home) + " → " + rename.to().object(home)
                + (rename.likeness() == 100 ? " (equal but for the name)" : " (" + rename.likeness() + " % alike)");
    }

    /** The pattern of an exemption, and its reason if it has one. */
    public static String words(Exemption exemption) {
        return exemption.reason() == null ? exemption.written() : exemption.written() + ": " + exemption.reason();
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(Legible::line).toList();
    }

    /** The class that gives an outcome its colour. */
    public static String tone(Outcome outcome) {
        return switch (outcome) {
            case ALIKE, ENOUGH -> "verified";
            case DIFFERENT, NOTHING -> "rejected";
            case INCOMPLETE -> "incomplete";
        };
    }

    /** One sign of a text font for an outcome. */
    public static String glyph(Outcome outcome) {
        return switch (outcome) {
            case ALIKE, ENOUGH -> "✓";
            case DIFFERENT -> "✕";
            case INCOMPLETE -> "?";
            case NOTHING -> "∅";
        };
    }
}
