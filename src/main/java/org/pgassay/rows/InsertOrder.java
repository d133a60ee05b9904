package org.pgassay.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/**
 * The order in which tables get rows: parents first. Tables that refer to each other in a circle come in one group, within
 * which as few foreign keys as can be point to a table that comes later, and rather nullable ones and deferrable ones.
 */
public final class InsertOrder {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Integer> index = new HashMap<>();
    private final Map<QualifiedName, Integer> low = new HashMap<>();
    private final Deque<QualifiedName> stack = new ArrayDeque<>();
    private final Set<QualifiedName> onStack = new HashSet<>();
    private final List<List<Table>> groups = new ArrayList<>();

    private InsertOrder() {}

    /** The tables and all that their foreign keys lead to, in groups. */
    public static List<List<Table>> of(Collection<QualifiedName> wanted, Catalog catalog) {
        InsertOrder order = new InsertOrder();
        Map<QualifiedName, Table> known = new HashMap<>();
        catalog.tables().forEach(table -> known.put(table.name(), table));
        Deque<QualifiedName> open = new ArrayDeque<>(new TreeSet<>(wanted));
        while (!open.isEmpty()) {
            QualifiedName name = open.pop();
            Table table = known.get(name);
            if (table != null && order.tables.put(name, table) == null) {
                foreignKeys(table).forEach(key -> open.add(target(key)));
            }
        }
        new TreeSet<>(order.tables.keySet()).forEach(order::visit);
        return List.copyOf(order.groups);
    }

    /** The foreign keys that PostgreSQL enforces. */
    public static List<Constraint> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.FOREIGN_KEY && each.enforced())
                .toList();
    }

    /** The table that a foreign key points to. */
    public static QualifiedName target(Constraint foreignKey) {
        return Objects.requireNonNull(foreignKey.foreignKey()).table();
    }

    /** Whether a row need not point anywhere by a foreign key. */
    public static boolean nullable(Table table, Constraint foreignKey) {
        return foreignKey.columns().stream()
                .anyMatch(name -> !table.column(name).map(Column::notNull).orElse(true));
    }

    /** Tarjan's algorithm: a group is complete when its first table has been left, and after all that it points to. */
    private void visit(QualifiedName name) {
        Table table = tables.get(name);
        if (table == null || index.containsKey(name)) {
            return;
        }
        index.put(name, index.size());
        low.put(name, index.get(name));
        stack.push(name);
        onStack.add(name);
        for (Constraint key : foreignKeys(table)) {
            QualifiedName target = target(key);
            if (tables.containsKey(target) && !index.containsKey(target)) {
                visit(target);
                low.merge(name, low.get(target), Math::min);
            } else if (onStack.contains(target)) {
                low.merge(name, index.get(target), Math::min);
            }
        }
        if (Objects.equals(low.get(name), index.get(name))) {
            groups.add(arranged(popped(name)));
        }
    }

    private List<Table> popped(QualifiedName first) {
        List<Table> group = new ArrayList<>();
        QualifiedName name;
        do {
            name = stack.pop();
            onStack.remove(name);
            group.add(tables.get(name));
        } while (!name.equals(first));
        return group;
    }

    /** Puts first whatever waits least for the others: for no key, for deferrable keys only, for any. */
    private static List<Table> arranged(List<Table> group) {
        List<Table> open = new ArrayList<>(group);
        open.sort((left, right) -> left.name().compareTo(right.name()));
        List<Table> arranged = new ArrayList<>();
        while (!open.isEmpty()) {
            Table next = open.stream()
                    .min((left, right) -> Integer.compare(cost(left, open), cost(right, open)))
                    .orElseThrow();
            open.remove(next);
            arranged.add(next);
        }
        return arranged;
    }

    private static int cost(Table table, List<Table> open) {
        int cost = 0;
        for (Constraint key : foreignKeys(table)) {
            QualifiedName target = target(key);
            boolean later = !target.equals(table.name())
                    && open.stream().anyMatch(each -> each.name().equals(target));
            if (later) {
                cost += nullable(table, key) ? 1 : key.deferrable() ? 1_000 : 1_000_000;
            }
        }
        return cost;
    }
}
