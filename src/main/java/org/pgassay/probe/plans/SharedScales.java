package org.pgassay.probe.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.plan.TableSize;
import org.pgassay.rows.InsertOrder;

/**
 * Puts scales together that one clone can have at once. What is asked at one of them must not depend on the others: tables
 * have the same sizes wherever they are stated, and no column's values follow from a size that the scale itself does not
 * state.
 */
final class SharedScales {

    private final Catalog catalog;
    private final List<Group> groups = new ArrayList<>();

    /** Scales, and all that they state. */
    private record Group(List<Scale> members, Map<QualifiedName, TableSize> sizes) {}

    private SharedScales(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What a scale is part of; scales that must stand alone are not among them. */
    static Map<Scale, Scale> of(List<Scale> scales, Catalog catalog) {
        SharedScales shared = new SharedScales(catalog);
        scales.stream().filter(shared::isSimple).forEach(shared::add);
        Map<Scale, Scale> wholes = new HashMap<>();
        for (Group group : shared.groups) {
            Scale whole = new Scale(
                    List.copyOf(group.sizes().values()), group.members().get(0).statistics());
            group.members().forEach(member -> wholes.put(member, whole));
        }
        return wholes;
    }

    /** Partitions share what is stated of the whole, and a file speaks of all tables. */
    private boolean isSimple(Scale scale) {
        return scale.statistics().isEmpty()
                && scale.sizes().stream()
                        .map(size -> catalog.table(size.table()))
                        .allMatch(table -> table.filter(each -> each.kind() == Table.Kind.TABLE
                                        && each.partitionOf() == null
                                        && each.inheritsFrom().isEmpty())
                                .isPresent());
    }

    private void add(Scale scale) {
        for (Group group : groups) {
            Map<QualifiedName, TableSize> sizes = new LinkedHashMap<>(group.sizes());
            boolean same = scale.sizes().stream()
                    .allMatch(size -> Objects.requireNonNullElse(sizes.putIfAbsent(size.table(), size), size)
                            .equals(size));
            List<Scale> members = new ArrayList<>(group.members());
            members.add(scale);
            if (same && members.stream().allMatch(member -> isClosed(member, sizes.keySet()))) {
                groups.set(groups.indexOf(group), new Group(members, sizes));
                return;
            }
        }
        Map<QualifiedName, TableSize> sizes = new LinkedHashMap<>();
        scale.sizes().forEach(size -> sizes.put(size.table(), size));
        groups.add(new Group(List.of(scale), sizes));
    }

    /** Whether foreign keys lead to no size that others alone state: how many values a column has would follow from it. */
    private boolean isClosed(Scale scale, Set<QualifiedName> all) {
        Set<QualifiedName> own = new TreeSet<>();
        scale.sizes().forEach(size -> own.add(size.table()));
        return own.stream()
                .flatMap(name -> catalog.table(name).stream())
                .flatMap(table -> InsertOrder.foreignKeys(table).stream())
                .map(Constraint::foreignKey)
                .filter(Objects::nonNull)
                .map(ForeignKey::table)
                .allMatch(target -> own.contains(target) || !all.contains(target));
    }
}
