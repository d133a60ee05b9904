package org.pgassay.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Finding;
import org.pgassay.check.Inventory;
import org.pgassay.check.Names;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.Verdict;
import org.pgassay.verify.Coverage.Figures;
import org.pgassay.verify.Coverage.Unspoken;
import org.pgassay.verify.Examination.Examined;

/** Counts of which objects of a catalog the checks that were tried speak. */
final class CoverageCount {

    private final Catalog catalog;
    private final Names names;
    private final Set<ObjectRef> specified = new HashSet<>();
    private final Set<ObjectRef> ruled = new HashSet<>();
    private final List<Finding> waived = new ArrayList<>();

    private CoverageCount(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
    }

    /** The coverage that these checks come to. */
    static Coverage of(Catalog catalog, Names names, List<Examined> examined) {
        CoverageCount count = new CoverageCount(catalog, names);
        examined.forEach(count::add);
        return count.coverage();
    }

    /** What could not be tried says nothing of anything. */
    private void add(Examined each) {
        boolean tried = each.findings().stream().anyMatch(finding -> switch (finding.verdict()) {
            case PASSED, FAILED, VACUOUS, WAIVED -> true;
            case UNVERIFIED, ERRORED -> false;
        });
        if (tried) {
            Set<ObjectRef> spoken = each.check().speaksOf(catalog);
            switch (each.check().coverage()) {
                case SPECIFIED -> specified.addAll(spoken);
                case RULED -> ruled.addAll(spoken);
            }
        }
        each.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.WAIVED)
                .forEach(waived::add);
    }

    private Coverage coverage() {
        Map<ObjectKind, Map<State, Integer>> counts = new EnumMap<>(ObjectKind.class);
        Map<State, Integer> all = new EnumMap<>(State.class);
        List<ObjectRef> unspoken = new ArrayList<>();
        for (Inventory.Item item : Inventory.of(catalog, names)) {
            if (item.counted()) {
                State state = state(item.ref());
                counts.computeIfAbsent(item.ref().kind(), kind -> new EnumMap<>(State.class))
                        .merge(state, 1, Integer::sum);
                all.merge(state, 1, Integer::sum);
                if (state == State.UNSPOKEN) {
                    unspoken.add(item.ref());
                }
            }
        }
        Map<String, Figures> byKind = new LinkedHashMap<>();
        counts.forEach((kind, figures) -> byKind.put(kind.word(), figures(figures)));
        List<Unspoken> list = unspoken.stream()
                .sorted()
                .map(ref -> new Unspoken(ref.kind().word(), ref.name()))
                .toList();
        return new Coverage(figures(all), byKind, list);
    }

    private enum State {
        SPECIFIED,
        RULED,
        WAIVED,
        UNSPOKEN
    }

    private State state(ObjectRef ref) {
        if (specified.contains(ref)) {
            return State.SPECIFIED;
        } else if (ruled.contains(ref)) {
            return State.RULED;
        }
        return waived.stream().anyMatch(finding -> isAbout(finding, ref)) ? State.WAIVED : State.UNSPOKEN;
    }

    /** Findings of a closed world are of the object's kind, and about an object that no check names. */
    private static boolean isAbout(Finding finding, ObjectRef ref) {
        String family = finding.check().replaceFirst("/.*", "").replace('-', ' ');
        return finding.subject().equals(ref.name()) && ref.kind().word().startsWith(family);
    }

    private static Figures figures(Map<State, Integer> counts) {
        int specified = counts.getOrDefault(State.SPECIFIED, 0);
        int ruled = counts.getOrDefault(State.RULED, 0);
        int waived = counts.getOrDefault(State.WAIVED, 0);
        int unspoken = counts.getOrDefault(State.UNSPOKEN, 0);
        return new Figures(specified + ruled + waived + unspoken, specified, ruled, waived, unspoken);
    }
}
