package org.pgassay.init;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/**
 * Puts tables that refer to one another side by side, each group under the name of the table that most of it refers to.
 *
 * <p>Tables that very many refer to (tenants, users) would tie everything together, so that their keys do not count; a
 * table that refers to nothing else stands in their group. Partitions and inheritors stand with their parents.
 */
final class TableGroups {

    private static final int LARGEST = 24;

    private final Catalog catalog;
    private final Map<QualifiedName, Set<QualifiedName>> neighbours = new TreeMap<>();
    private final Map<QualifiedName, Integer> references = new TreeMap<>();

    private TableGroups(Catalog catalog) {
        this.catalog = catalog;
        catalog.tables().forEach(table -> neighbours.put(root(table), new TreeSet<>()));
        for (Table table : catalog.tables()) {
            table.constraints().forEach(constraint -> {
                ForeignKey key = constraint.foreignKey();
                catalog.table(key == null ? table.name() : key.table())
                        .ifPresent(target -> connect(root(table), root(target)));
            });
        }
    }

    /** The tables by group, in the order of a spec: the larger groups first, within a group the parents first. */
    static Map<String, List<Table>> of(Catalog catalog) {
        return new TableGroups(catalog).groups();
    }

    private void connect(QualifiedName table, QualifiedName target) {
        if (!table.equals(target) && neighbours.getOrDefault(table, Set.of()).add(target)) {
            neighbours.getOrDefault(target, new TreeSet<>()).add(table);
            references.merge(target, 1, Integer::sum);
        }
    }

    /** The table that a partition or inheritor goes with. */
    private QualifiedName root(Table table) {
        @Nullable
        QualifiedName parent = table.partitionOf() != null
                ? table.partitionOf()
                : table.inheritsFrom().stream().findFirst().orElse(null);
        return parent == null || parent.equals(table.name())
                ? table.name()
                : catalog.table(parent).map(this::root).orElse(table.name());
    }

    private Map<String, List<Table>> groups() {
        int many = Math.max(6, neighbours.size() / 6);
        Set<QualifiedName> hubs = new TreeSet<>();
        neighbours.keySet().stream()
                .filter(table -> references.getOrDefault(table, 0) >= many)
                .forEach(hubs::add);
        List<Set<QualifiedName>> groups = components(neighbours.keySet(), hubs);
        Map<QualifiedName, Set<QualifiedName>> byHead = new LinkedHashMap<>();
        Set<QualifiedName> alone = new LinkedHashSet<>();
        for (Set<QualifiedName> group : groups) {
            QualifiedName head = head(group);
            boolean single = group.size() == 1 && !hubs.contains(head);
            QualifiedName home = single ? hubOf(head, hubs) : head;
            if (home == null) {
                alone.add(head);
            } else {
                byHead.computeIfAbsent(home, key -> new TreeSet<>()).addAll(group);
            }
        }
        Map<String, List<Table>> named = new LinkedHashMap<>();
        byHead.entrySet().stream()
                .sorted(Comparator.<Map.Entry<QualifiedName, Set<QualifiedName>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> named.computeIfAbsent(entry.getKey().name(), key -> new ArrayList<>())
                        .addAll(ordered(entry.getValue())));
        if (!alone.isEmpty()) {
            named.computeIfAbsent(named.isEmpty() ? "tables" : "others", key -> new ArrayList<>())
                    .addAll(ordered(alone));
        }
        return named;
    }

    private @Nullable QualifiedName hubOf(QualifiedName table, Set<QualifiedName> hubs) {
        return neighbours.getOrDefault(table, Set.of()).stream()
                .filter(hubs::contains)
                .findFirst()
                .orElse(null);
    }

    /** The connected tables, without the edges of hubs; what is still too large loses its own hub's edges too. */
    private List<Set<QualifiedName>> components(Set<QualifiedName> tables, Set<QualifiedName> hubs) {
        List<Set<QualifiedName>> components = new ArrayList<>();
        Set<QualifiedName> open = new TreeSet<>(tables);
        while (!open.isEmpty()) {
            QualifiedName first = open.iterator().next();
            Set<QualifiedName> component = reach(first, open, hubs);
            open.removeAll(component);
            if (component.size() > LARGEST) {
                hubs.add(head(component));
                components.addAll(components(component, hubs));
            } else {
                components.add(component);
            }
        }
        return components;
    }

    private Set<QualifiedName> reach(QualifiedName first, Set<QualifiedName> among, Set<QualifiedName> hubs) {
        Set<QualifiedName> reached = new TreeSet<>(Set.of(first));
        Deque<QualifiedName> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            QualifiedName table = open.removeFirst();
            if (hubs.contains(table)) {
                continue;
            }
            for (QualifiedName next : neighbours.getOrDefault(table, Set.of())) {
                if (among.contains(next) && !hubs.contains(next) && reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private QualifiedName head(Set<QualifiedName> group) {
        return group.stream()
                .max(Comparator.<QualifiedName>comparingInt(table -> references.getOrDefault(table, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The tables of a group with their partitions and inheritors behind them. */
    private List<Table> ordered(Set<QualifiedName> roots) {
        List<Table> ordered = new ArrayList<>();
        for (QualifiedName root : roots) {
            catalog.tables().stream()
                    .filter(table -> root(table).equals(root))
                    .sorted(Comparator.comparing((Table table) -> !table.name().equals(root))
                            .thenComparing(Table::name))
                    .forEach(ordered::add);
        }
        return ordered;
    }
}
