package org.pgassay.ddl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.UserType;

/** A catalog, and what one asks of it more often than once. */
final class Source {

    private final Catalog catalog;
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<QualifiedName, List<Table>> children = new HashMap<>();
    private final Set<QualifiedName> parents = new HashSet<>();
    private final Map<String, Sequence> identities = new HashMap<>();

    private final Map<QualifiedName, Set<QualifiedName>> needs = new HashMap<>();

    Source(Catalog catalog) {
        this.catalog = catalog;
        for (Table table : catalog.tables()) {
            tables.put(table.name(), table);
            parents.addAll(parentsOf(table));
            if (table.partitionOf() != null) {
                children.computeIfAbsent(table.partitionOf(), key -> new ArrayList<>())
                        .add(table);
            }
        }
        for (Sequence sequence : catalog.sequences()) {
            String column = sequence.ownedBy();
            if (sequence.identity() && column != null) {
                identities.put(column, sequence);
            }
        }
        collectNeeds();
    }

    Catalog catalog() {
        return catalog;
    }

    Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    boolean isParent(Table table) {
        return parents.contains(table.name());
    }

    static List<QualifiedName> parentsOf(Table table) {
        List<QualifiedName> parents = new ArrayList<>(table.inheritsFrom());
        if (table.partitionOf() != null) {
            parents.add(table.partitionOf());
        }
        return parents;
    }

    /** The column of that name that a table gets from one of its parents. */
    Optional<Column> inherited(Table table, String column) {
        return parentsOf(table).stream()
                .flatMap(parent -> table(parent).stream())
                .flatMap(parent -> parent.column(column).stream())
                .findFirst();
    }

    /** The sequence behind an identity column. */
    Optional<Sequence> sequence(Table table, Column column) {
        return Optional.ofNullable(identities.get(Sql.part(table.name(), column.name())));
    }

    /** The sequence behind an identity column, if it is not called as usual. */
    Optional<Sequence> identity(Table table, Column column) {
        String usual = table.name().name() + "_" + column.name() + "_seq";
        return sequence(table, column)
                .filter(sequence ->
                        !sequence.name().equals(new QualifiedName(table.name().schema(), usual)));
    }

    /** Whether what a piece of SQL names needs a table, by way of functions, views and types. */
    boolean reaches(@Nullable String sql, QualifiedName table) {
        Set<QualifiedName> seen = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>(Names.in(sql));
        while (!open.isEmpty()) {
            QualifiedName next = open.pop();
            if (next.equals(table)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private void need(QualifiedName name, @Nullable String sql) {
        needs.computeIfAbsent(name, key -> new HashSet<>()).addAll(Names.in(sql));
    }

    private void collectNeeds() {
        for (Routine routine : catalog.routines()) {
            need(routine.name(), routine.declaredArguments());
            need(routine.name(), routine.result());
            need(
                    routine.name(),
                    routine.kind() == Routine.Kind.AGGREGATE || RoutinePieces.isStandard(routine)
                            ? routine.body()
                            : null);
        }
        for (UserType type : catalog.types()) {
            type.fields().forEach(field -> need(type.name(), field));
            need(type.name(), type.definition());
        }
        catalog.views().forEach(view -> need(view.name(), view.definition()));
        for (Table table : catalog.tables()) {
            table.columns().forEach(column -> need(table.name(), column.type()));
        }
    }

    /** The partitions of a table, and theirs. */
    List<Table> partitions(Table table) {
        List<Table> all = new ArrayList<>();
        for (Table other : children.getOrDefault(table.name(), List.of())) {
            all.add(other);
            all.addAll(partitions(other));
        }
        return all;
    }

    /** The words that begin a change of this table alone, and not of what inherits from it. */
    String alterOnly(Table table) {
        return "alter table " + (isParent(table) ? "only " : "") + table.name().sql() + " ";
    }

    /**
     * Whether a partition is made as a table of its own and attached: its columns then are its own too. Otherwise it is
     * made as a partition.
     */
    static boolean isAttached(Table table) {
        return table.partitionOf() != null && table.columns().stream().anyMatch(column -> !column.inherited());
    }
}
