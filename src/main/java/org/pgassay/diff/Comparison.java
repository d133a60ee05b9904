package org.pgassay.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.Difference.Compared;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Glob;

/**
 * What two sides have alike and what not, by kind of object.
 *
 * <p>Each object and each part of a table or view (column, constraint, index, trigger, policy, rule) that either side has
 * counts once; those of a table that only one side has count too. What stands behind another object and follows it counts
 * only where it differs on its own. Parity is the share of those that both sides have without any difference. Compared is
 * what the fingerprint covers: not owners, not the versions of extensions.
 *
 * @param left what people know the left side by; likewise the right one
 * @param home the schema whose objects are named without it
 * @param changes what differs, sorted by kind and name: REMOVED is only in the left side, ADDED only in the right one
 * @param byKind the figures of each kind that either side has
 * @param total the figures over all kinds
 * @param renames what may only have been renamed; it stays removed and added in all figures
 * @param ignored what differs and was left out, with the exemption that it matches first
 * @param needless the exemptions that stand for nothing that differs
 * @param unseen what could not be compared, because a side's reader may not see it
 * @param notes what else a reader must know: schemas that were not compared, versions
 */
public record Comparison(
        String left,
        String right,
        String home,
        List<Change> changes,
        Map<ObjectKind, Figures> byKind,
        Figures total,
        List<Rename> renames,
        List<Ignored> ignored,
        List<Exemption> needless,
        List<String> unseen,
        List<String> notes) {

    /** Copies the collections, keeping their order. */
    public Comparison {
        changes = List.copyOf(changes);
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
        renames = List.copyOf(renames);
        ignored = List.copyOf(ignored);
        needless = List.copyOf(needless);
        unseen = List.copyOf(unseen);
        notes = List.copyOf(notes);
    }

    /** A difference that was left out. */
    public record Ignored(Change change, Exemption exemption) {}

    /** Compares two sides. */
    public static Comparison of(Side left, Side right, List<Exemption> exemptions, String home) {
        List<Compared> all =
                Spellings.withoutIn(Versions.without(Counted.of(left.catalog(), right.catalog()), left, right));
        Set<Difference.Key> hidden = new HashSet<>();
        for (Side side : List.of(left, right)) {
            side.unseen().stream()
                    .map(Side.Unseen::key)
                    .filter(Objects::nonNull)
                    .forEach(hidden::add);
        }
        Map<Exemption, Glob> globs = new LinkedHashMap<>();
        exemptions.forEach(exemption -> globs.put(exemption, Glob.of(exemption.written())));
        List<Compared> kept = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>();
        Set<Exemption> used = new HashSet<>();
        for (Compared each : all) {
            List<Exemption> covering = new ArrayList<>();
            globs.forEach((exemption, glob) -> {
                if (Exemption.covers(glob, each.key(), home)) {
                    covering.add(exemption);
                }
            });
            if (covering.isEmpty()) {
                if (!hidden.contains(each.key())) {
                    kept.add(each);
                }
            } else if (each.sort() != null) {
                used.addAll(covering);
                ignored.add(new Ignored(each.change(), covering.get(0)));
            }
        }
        return new Comparison(
                left.label(),
                right.label(),
                home,
                kept.stream()
                        .filter(each -> each.sort() != null)
                        .map(Compared::change)
                        .toList(),
                figures(kept),
                sum(kept),
                Renames.among(kept),
                ignored,
                exemptions.stream().filter(each -> !used.contains(each)).toList(),
                unseen(left, right, home),
                notes(left, right));
    }

    private static Map<ObjectKind, Figures> figures(List<Compared> all) {
        Map<ObjectKind, Figures> figures = new EnumMap<>(ObjectKind.class);
        all.forEach(each -> figures.put(
                each.key().kind(),
                figures.getOrDefault(each.key().kind(), Figures.NONE).with(each.sort())));
        return figures;
    }

    private static Figures sum(List<Compared> all) {
        Figures sum = Figures.NONE;
        for (Compared each : all) {
            sum = sum.with(each.sort());
        }
        return sum;
    }

    private static List<String> unseen(Side left, Side right, String home) {
        List<String> lines = new ArrayList<>();
        for (Side side : List.of(left, right)) {
            for (Side.Unseen each : side.unseen()) {
                Difference.Key key = each.key();
                lines.add(side.label() + ": " + (key == null ? "" : object(key, home) + ": ") + each.why());
            }
        }
        return lines;
    }

    private static List<String> notes(Side left, Side right) {
        List<String> notes = new ArrayList<>();
        for (Side side : List.of(left, right)) {
            Set<String> others = new TreeSet<>(side.otherSchemas());
            if (!others.isEmpty()) {
                notes.add(side.label() + " has further schemas that were not compared: " + String.join(", ", others)
                        + ".");
            }
        }
        if (left.majorVersion() != right.majorVersion()) {
            notes.add(Versions.note(left, right));
        }
        return notes;
    }

    /** The kind and the name of an object, which is qualified outside the schema given. */
    static String object(Difference.Key key, String home) {
        String schema = key.schema();
        String place = schema == null || schema.equals(home) ? "" : Identifiers.quote(schema) + ".";
        return key.kind().word() + " " + place + key.name();
    }

    /** Whether nothing was compared but the schemas themselves: such a comparison says nothing. */
    public boolean vacuous() {
        return byKind.entrySet().stream()
                .filter(entry -> entry.getKey() != ObjectKind.SCHEMA)
                .allMatch(entry -> entry.getValue().total() == 0);
    }

    /** What a comparison comes to. */
    public enum Outcome {
        /** All that was compared is alike. */
        ALIKE,
        /** Something differs, and not more than was allowed. */
        ENOUGH,
        /** More differs than was allowed. */
        DIFFERENT,
        /** Nothing was found, and not everything could be seen. */
        INCOMPLETE,
        /** There was nothing to compare. */
        NOTHING
    }

    /** The figures of a kind; none where neither side has any. */
    public Figures figures(ObjectKind kind) {
        return byKind.getOrDefault(kind, Figures.NONE);
    }

    /** The changes of a kind. */
    public List<Change> changes(@Nullable ObjectKind kind) {
        Predicate<Change> meant = change -> kind == null || change.kind() == kind;
        return changes.stream().filter(meant).toList();
    }

    /** One line a change that names the object and what differs. */
    public String line(Change change) {
        return DifferenceWords.line(change, home, left, right);
    }
}
