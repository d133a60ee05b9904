package org.pgassay.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Compared;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.catalog.ObjectKind;

/** Finds what may have been renamed, among what only one of two sides has. */
final class Renames {

    /** Tables of which so many hundredths are alike may be one table under two names. */
    private static final int ALIKE_ENOUGH = 70;

    /** More pairs of tables are not looked at: where so much came and went, no pair means anything. */
    private static final int MOST_PAIRS = 250_000;

    private final List<Compared> removed;
    private final List<Compared> added;
    private final Map<Difference.Key, List<Compared>> parts = new HashMap<>();

    private Renames(List<Compared> all) {
        Set<Difference.Key> gone = all.stream()
                .filter(each -> each.sort() == Sort.ADDED || each.sort() == Sort.REMOVED)
                .map(Compared::key)
                .collect(Collectors.toSet());
        for (Compared each : all) {
            Difference.Key host = each.key().host();
            if (host != null && gone.contains(host)) {
                parts.computeIfAbsent(host, key -> new ArrayList<>()).add(each);
            }
        }
        this.removed = own(all, Sort.REMOVED, gone);
        this.added = own(all, Sort.ADDED, gone);
    }

    /** What goes with its table is part of the table's renaming. */
    private static List<Compared> own(List<Compared> all, Sort sort, Set<Difference.Key> gone) {
        return all.stream()
                .filter(each -> each.sort() == sort)
                .filter(each -> {
                    Difference.Key host = each.key().host();
                    return host == null || !gone.contains(host);
                })
                .toList();
    }

    /** The pairs, in the order of the left side's names. */
    static List<Rename> among(List<Compared> all) {
        Renames renames = new Renames(all);
        List<Rename> found = new ArrayList<>(renames.equalButForTheName());
        found.addAll(renames.tables());
        found.sort(Comparator.comparing((Rename rename) -> rename.from().kind())
                .thenComparing(rename -> rename.from().name()));
        return found;
    }

    /** Where several could be meant, none is proposed. */
    private List<Rename> equalButForTheName() {
        Map<List<Object>, List<Compared>> before = bySubstance(removed);
        Map<List<Object>, List<Compared>> after = bySubstance(added);
        List<Rename> found = new ArrayList<>();
        before.forEach((substance, left) -> {
            List<Compared> right = after.getOrDefault(substance, List.of());
            if (left.size() == 1 && right.size() == 1) {
                found.add(new Rename(left.get(0).change(), right.get(0).change(), 100));
            }
        });
        return found;
    }

    private static Map<List<Object>, List<Compared>> bySubstance(List<Compared> objects) {
        Map<List<Object>, List<Compared>> groups = new LinkedHashMap<>();
        for (Compared each : objects) {
            if (canBeRenamed(each.key().kind())) {
                Difference.Key host = each.key().host();
                List<Object> substance = List.of(
                        each.key().kind(),
                        // An index or a column is renamed within its table.
                        host == null ? "" : host,
                        substance(each));
                groups.computeIfAbsent(substance, key -> new ArrayList<>()).add(each);
            }
        }
        return groups;
    }

    private static boolean canBeRenamed(ObjectKind kind) {
        return switch (kind) {
            case COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    FOREIGN_SERVER -> true;
            // Tables are told by their parts; the names of the others are all that there is to them.
            case TABLE, SCHEMA, EXTENSION, DEFAULT_PRIVILEGES, OTHER -> false;
        };
    }

    /** What it is, without its own name in it. */
    private static Set<String> substance(Compared each) {
        String bare = bare(each.key());
        Set<String> substance = new HashSet<>();
        for (Attribute attribute : each.attributes()) {
            String text = each.sort() == Sort.REMOVED ? attribute.left() : attribute.right();
            boolean names = attribute.name().equals("definition") && each.key().kind() == ObjectKind.TRIGGER;
            substance.add(attribute.name() + "=" + (names ? text.replace(" " + bare + " ", " … ") : text));
        }
        return substance;
    }

    /** The name without what it is a part of. */
    private static String bare(Difference.Key key) {
        Difference.Key host = key.host();
        return host != null && key.kind() != ObjectKind.INDEX
                ? key.name().substring(host.name().length() + 1)
                : key.name();
    }

    /** The most alike first; each table is proposed once. */
    private List<Rename> tables() {
        List<Compared> before = tables(removed);
        List<Compared> after = tables(added);
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            return List.of();
        }
        Map<Difference.Key, Set<String>> substances = new HashMap<>();
        before.forEach(each -> substances.put(each.key(), wholeSubstance(each)));
        after.forEach(each -> substances.put(each.key(), wholeSubstance(each)));
        List<Pair> pairs = new ArrayList<>();
        for (Compared left : before) {
            for (Compared right : after) {
                int likeness = likeness(
                        substances.getOrDefault(left.key(), Set.of()), substances.getOrDefault(right.key(), Set.of()));
                if (likeness >= ALIKE_ENOUGH) {
                    pairs.add(new Pair(left, right, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::likeness).reversed());
        Set<Difference.Key> taken = new HashSet<>();
        List<Rename> found = new ArrayList<>();
        for (Pair pair : pairs) {
            boolean free = !taken.contains(pair.left().key())
                    && !taken.contains(pair.right().key());
            // Two tables that one could be alike: neither is more likely than the other.
            if (free && pairs.stream().filter(other -> rivals(pair, other)).count() == 1) {
                taken.add(pair.left().key());
                taken.add(pair.right().key());
                found.add(new Rename(pair.left().change(), pair.right().change(), pair.likeness()));
            }
        }
        return found;
    }

    private record Pair(Compared left, Compared right, int likeness) {}

    private static boolean rivals(Pair pair, Pair other) {
        return pair.likeness() == other.likeness()
                && (pair.left().equals(other.left()) || pair.right().equals(other.right()));
    }

    private static List<Compared> tables(List<Compared> objects) {
        return objects.stream()
                .filter(each -> each.key().kind() == ObjectKind.TABLE)
                .toList();
    }

    /** The columns and the other parts, each by its own name or, where that may hold the table's, by what it is. */
    private Set<String> wholeSubstance(Compared table) {
        Set<String> substance = new HashSet<>();
        for (Compared part : parts.getOrDefault(table.key(), List.of())) {
            boolean named = part.key().kind() == ObjectKind.COLUMN;
            String text = String.join("\n", substance(part).stream().sorted().toList());
            substance.add(part.key().kind() + " " + (named ? bare(part.key()) : "") + "\n" + text);
        }
        return substance;
    }

    private static int likeness(Set<String> left, Set<String> right) {
        long common = left.stream().filter(right::contains).count();
        long all = left.size() + right.size() - common;
        return all == 0 ? 0 : (int) (100 * common / all);
    }
}
