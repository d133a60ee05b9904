package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.TenantColumn;

/** Which tables of a catalog belong to tenants, and how; partitions belong as the table that they are a part of. */
final class Model {

    private final Catalog catalog;
    private final Tenancy stated;
    private final Map<QualifiedName, Member> members = new LinkedHashMap<>();
    private final List<Table> others = new ArrayList<>();

    Model(Catalog catalog, Tenancy stated) {
        this.catalog = catalog;
        this.stated = stated;
        List<Table> open = new ArrayList<>();
        for (Table table : catalog.tables()) {
            boolean partition = table.partitionOf() != null
                    && catalog.table(table.partitionOf()).isPresent();
            if (!partition && !stated.exempts(table)) {
                List<Member.Tie> ties = ties(table);
                if (ties.isEmpty()) {
                    open.add(table);
                } else {
                    members.put(table.name(), new Member(table, ties, null));
                }
            }
        }
        follow(open);
        others.addAll(open);
    }

    Catalog catalog() {
        return catalog;
    }

    Tenancy stated() {
        return stated;
    }

    /** The tables that belong to tenants. */
    Collection<Member> members() {
        return members.values();
    }

    Optional<Member> member(QualifiedName name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The tables that are not exempt, and whose rows belong to nobody. */
    List<Table> others() {
        return others;
    }

    /** The tables of which a member is made: itself, and its partitions. */
    List<Table> partitions(Member member) {
        List<Table> parts = new ArrayList<>();
        collect(member.name(), parts);
        return parts;
    }

    private void collect(QualifiedName parent, List<Table> into) {
        for (Table table : catalog.tables()) {
            if (parent.equals(table.partitionOf())) {
                into.add(table);
                collect(table.name(), into);
            }
        }
    }

    private List<Member.Tie> ties(Table table) {
        List<Member.Tie> ties = new ArrayList<>();
        for (TenantColumn column : stated.columns()) {
            // The key of the tenants may have the very name that the columns have which refer to it.
            boolean root = table.name().equals(column.root())
                    && (column.name().equals(column.key())
                            || table.column(column.name()).isEmpty());
            if (!root && table.column(column.name()).isPresent()) {
                ties.add(new Member.Tie(column.name(), column, false));
            } else if (root) {
                ties.add(new Member.Tie(column.key(), column, true));
            } else {
                referring(table, column).ifPresent(name -> ties.add(new Member.Tie(name, column, false)));
            }
        }
        // The key of a lower level says less than the column of the level above it.
        if (ties.stream().anyMatch(tie -> !tie.root())) {
            ties.removeIf(tie -> tie.root() && !tie.equals(ties.get(0)));
        }
        return ties;
    }

    /** A column of another name that refers to the tenants. */
    private static Optional<String> referring(Table table, TenantColumn column) {
        return foreignKeys(table).stream()
                .filter(key -> Member.target(key).equals(column.root()))
                .filter(key -> Member.far(key).equals(List.of(column.key())) && notNull(table, key))
                .map(key -> key.columns().get(0))
                .findFirst();
    }

    /** Takes in, step by step, what must have a parent that belongs to a tenant. */
    private void follow(List<Table> open) {
        boolean found = true;
        while (found) {
            Map<QualifiedName, Member> next = new LinkedHashMap<>();
            for (Table table : open) {
                foreignKeys(table).stream()
                        .filter(key -> members.containsKey(Member.target(key)) && notNull(table, key))
                        .findFirst()
                        .ifPresent(key -> next.put(table.name(), new Member(table, List.of(), key)));
            }
            members.putAll(next);
            open.removeIf(table -> next.containsKey(table.name()));
            found = !next.isEmpty();
        }
    }

    /** The foreign keys that PostgreSQL enforces. */
    static List<Constraint> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(each -> each.type() == Constraint.Type.FOREIGN_KEY && each.enforced())
                .toList();
    }

    /** Whether every row must have a parent by a foreign key. */
    static boolean notNull(Table table, Constraint key) {
        return key.columns().stream()
                .allMatch(name -> table.column(name).map(Column::notNull).orElse(false));
    }

    /** Whether a foreign key looks at a column whatever the others hold. */
    static boolean binds(Table table, Constraint key, String column) {
        ForeignKey far = key.foreignKey();
        return key.columns().contains(column)
                && far != null
                && (far.match() == ForeignKey.Match.FULL
                        || key.columns().stream()
                                .filter(name -> !name.equals(column))
                                .allMatch(name ->
                                        table.column(name).map(Column::notNull).orElse(false)));
    }
}
