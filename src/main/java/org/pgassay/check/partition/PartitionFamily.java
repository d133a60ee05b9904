package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedPartitioning;
import org.pgassay.check.partition.PartitionSection.PartitioningSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Partitioned tables: keys, bounds, default partitions, gaps, and likeness. */
public final class PartitionFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/partition/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(PartitionSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(PartitionKey.ID, PartitionKey.class),
                new CheckKind(PartitionBound.ID, PartitionBound.class),
                new CheckKind(PartitionDefault.ID, PartitionDefault.class),
                new CheckKind(PartitionGaps.ID, PartitionGaps.class),
                new CheckKind(PartitionAlike.ID, PartitionAlike.class),
                new CheckKind(PartitionClosed.ID, PartitionClosed.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return PartitionPlanner.of(spec).problems();
    }

    @Override
    public List<Check> checks(Spec spec) {
        Names names = new Names(spec.schemas());
        List<Check> checks = new ArrayList<>();
        spec.section(PartitionSection.class)
                .partitions()
                .forEach((written, table) -> checks(names, names.resolve(written), table, checks));
        spec.closes("partitions").ifPresent(at -> checks.add(closed(spec, names, at)));
        return checks;
    }

    private static Check closed(Spec spec, Names names, Location at) {
        Set<QualifiedName> named = new HashSet<>();
        Set<QualifiedName> open = new HashSet<>();
        spec.section(PartitionSection.class).partitions().forEach((written, table) -> {
            named.addAll(named(names, table));
            if (!table.closed()) {
                open.add(names.resolve(written));
            }
        });
        return new PartitionClosed(names, null, named, open, at);
    }

    private static Set<QualifiedName> named(Names names, PartitioningSpec table) {
        Set<QualifiedName> named = new HashSet<>();
        table.of().keySet().forEach(partition -> named.add(names.resolve(partition)));
        if (table.rest() != null && !table.withoutRest()) {
            named.add(names.resolve(table.rest().text()));
        }
        return named;
    }

    private static void checks(Names names, QualifiedName name, PartitioningSpec table, List<Check> checks) {
        PlannedPartitioning parts = new PlannedPartitioning(name, null, List.of());
        SourceText by = table.by();
        if (by != null) {
            checks.add(new PartitionKey(names, name, parts.key(), by.text(), by.location()));
        }
        for (Map.Entry<String, SourceText> each : table.of().entrySet()) {
            QualifiedName partition = names.resolve(each.getKey());
            SourceText bound = each.getValue();
            checks.add(new PartitionBound(
                    names, name, partition, parts.key(), parts.bound(partition), bound.text(), bound.location()));
        }
        SourceText rest = table.rest();
        if (rest != null) {
            QualifiedName partition = table.withoutRest() ? null : names.resolve(rest.text());
            checks.add(new PartitionDefault(names, name, partition, rest.location()));
        }
        if (table.withoutGaps()) {
            checks.add(new PartitionGaps(names, name, table.location()));
        }
        if (table.alike()) {
            checks.add(new PartitionAlike(names, name, table.location()));
        }
        if (table.closed()) {
            checks.add(new PartitionClosed(names, name, named(names, table), Set.of(), table.location()));
        }
    }
}
