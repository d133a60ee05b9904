package org.pgassay.check.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Names;
import org.pgassay.check.part.TableFacts;
import org.pgassay.check.structure.Definitions;
import org.pgassay.check.structure.OptionValues;

/** In what the partitions of one table differ from it, and from each other where it can be no measure. */
final class Likeness {

    /** From this version on a partition's identity columns are those of its parent. */
    private static final int INHERITED_IDENTITY = 17;

    private final Catalog catalog;
    private final Names names;
    private final Table parent;
    private final int majorVersion;
    private final Optional<Table> model;

    /**
     * Compares with a parent.
     *
     * @param partitions all of them; where several have storage, what most have is the measure of storage parameters, for a
     *     partitioned table has none; one alone must have none either, or nothing could be unlike it
     */
    Likeness(Catalog catalog, Names names, Table parent, List<Table> partitions, int majorVersion) {
        this.catalog = catalog;
        this.names = names;
        this.parent = parent;
        this.majorVersion = majorVersion;
        List<Table> stored = partitions.stream().filter(Likeness::isStored).toList();
        this.model = stored.size() > 1 ? stored.stream().min(usual(stored)) : Optional.empty();
    }

    /** First the one that most are like, of equally many that with the fewest settings. */
    private static Comparator<Table> usual(List<Table> stored) {
        return Comparator.<Table>comparingLong(table -> -stored.stream()
                        .filter(each -> facts(each).equals(facts(table)))
                        .count())
                .thenComparingInt(table -> facts(table).size());
    }

    private static boolean isStored(Table table) {
        return table.kind() == Table.Kind.TABLE;
    }

    /** What is otherwise on a partition, each as a sentence's end. */
    List<String> deviations(Table partition) {
        List<String> deviations = new ArrayList<>();
        columns(partition, deviations);
        compare(
                deviations,
                "constraint",
                signatures(parent, Constraint::definition),
                signatures(partition, Constraint::text));
        indexes(partition, deviations);
        triggers(partition, deviations);
        settings(partition, deviations);
        protection(partition, deviations);
        return deviations;
    }

    private void columns(Table partition, List<String> deviations) {
        for (Column expected : parent.columns()) {
            String name = Identifiers.quote(expected.name());
            Optional<Column> found = partition.column(expected.name());
            if (found.isEmpty()) {
                deviations.add("column " + name + " is missing");
                continue;
            }
            String left = Definitions.column(plain(expected));
            String right = Definitions.column(plain(found.get()));
            if (!left.equals(right)) {
                deviations.add("column " + name + " is " + right + " instead of " + left);
            }
            boolean ownIdentity = found.get().identity() != Column.Identity.NONE
                    && (majorVersion < INHERITED_IDENTITY || found.get().identity() != expected.identity());
            if (ownIdentity) {
                deviations.add("column " + name + " has an identity of its own");
            }
        }
        partition.columns().stream()
                .filter(column -> parent.column(column.name()).isEmpty())
                .forEach(column ->
                        deviations.add("column " + Identifiers.quote(column.name()) + " is not its parent's"));
    }

    /** The column without its identity, which a partition has of its parent. */
    private static Column plain(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                column.defaultExpression(),
                Column.Identity.NONE,
                column.generated(),
                false,
                column.settings(),
                List.of(),
                null);
    }

    /**
     * The constraints by what makes them the same: CHECKs keep their names on partitions, the others do not. A parent's
     * is not enforced where one partition's is not, so that it is measured by what it should be.
     */
    private List<String> signatures(Table table, Function<Constraint, String> text) {
        return table.constraints().stream()
                .filter(constraint -> !isOfReferencedPartition(table, constraint))
                .map(constraint -> (constraint.type() == Constraint.Type.CHECK ? constraint.name() + " " : "")
                        + text.apply(constraint))
                .toList();
    }

    /** Whether a foreign key is only there because the table that another points to is partitioned. */
    private boolean isOfReferencedPartition(Table table, Constraint constraint) {
        ForeignKey key = constraint.foreignKey();
        QualifiedName farParent = key == null
                ? null
                : catalog.table(key.table()).map(Table::partitionOf).orElse(null);
        return farParent != null
                && table.constraints().stream()
                        .filter(each -> each.columns().equals(constraint.columns()))
                        .map(Constraint::foreignKey)
                        .anyMatch(each -> each != null && each.table().equals(farParent));
    }

    private void indexes(Table partition, List<String> deviations) {
        parent.indexes().stream()
                .filter(index -> !index.valid())
                .forEach(index -> deviations.add("its parent's index " + names.index(parent.name(), index.name())
                        + " is not attached to one on every partition"));
        compare(deviations, "index", definitions(parent), definitions(partition));
        partition.indexes().stream()
                .filter(index -> !index.valid())
                .forEach(index ->
                        deviations.add("index " + names.index(partition.name(), index.name()) + " is invalid"));
    }

    private static List<String> definitions(Table table) {
        return table.indexes().stream()
                .map(index -> (index.secondary() ? "" : "of a constraint, ") + Definitions.index(index))
                .toList();
    }

    /** Compares as bags, so that an index that is there twice does not pass for one. */
    private static void compare(List<String> deviations, String word, List<String> parents, List<String> partitions) {
        Map<String, Integer> counts = new TreeMap<>();
        parents.forEach(each -> counts.merge(each, 1, Integer::sum));
        partitions.forEach(each -> counts.merge(each, -1, Integer::sum));
        counts.forEach((definition, count) -> {
            if (count > 0) {
                deviations.add(word + " " + definition + " is missing");
            } else if (count < 0) {
                deviations.add(word + " " + definition + " is not its parent's");
            }
        });
    }

    /** Triggers for each row are copied to partitions, those for each statement fire by the parent alone. */
    private void triggers(Table partition, List<String> deviations) {
        Map<String, Trigger> found = byName(partition.triggers(), Trigger::name);
        for (Trigger trigger : parent.triggers()) {
            if (!trigger.definition().contains(" FOR EACH ROW ")) {
                continue;
            }
            Trigger copy = found.remove(trigger.name());
            if (copy == null) {
                deviations.add("trigger " + Identifiers.quote(trigger.name()) + " is missing");
            } else if (copy.enabled() != trigger.enabled()) {
                deviations.add("trigger " + Identifiers.quote(trigger.name()) + " is " + copy.enabled() + " instead of "
                        + trigger.enabled());
            }
        }
        found.keySet().forEach(name -> deviations.add("trigger " + Identifiers.quote(name) + " is not its parent's"));
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        return parts.stream().collect(Collectors.toMap(name, Function.identity(), (left, right) -> left, TreeMap::new));
    }

    private void settings(Table partition, List<String> deviations) {
        if (!isStored(partition)) {
            return;
        }
        Map<String, String> expected = model.map(Likeness::facts).orElse(Map.of());
        String where = model.map(each -> " on " + names.subject(each.name())).orElse(" by default");
        Map<String, String> observed = facts(partition);
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(observed.keySet());
        for (String name : all) {
            String left = expected.getOrDefault(name, OptionValues.DEFAULT);
            String right = observed.getOrDefault(name, OptionValues.DEFAULT);
            if (!OptionValues.same(left, right)) {
                deviations.add(name + " is " + right + ", and " + left + where);
            }
        }
    }

    /** What must be alike of how a partition is kept; where it is kept may well differ. */
    private static Map<String, String> facts(Table table) {
        Map<String, String> facts = new HashMap<>(TableFacts.of(table));
        facts.remove("tablespace");
        // The index that it names is the partition's own.
        facts.computeIfPresent("replica identity", (key, value) -> value.startsWith("USING ") ? "an index" : value);
        return facts;
    }

    private void protection(Table partition, List<String> deviations) {
        if (!partition.owner().equals(parent.owner())) {
            deviations.add("its owner is " + partition.owner() + " instead of " + parent.owner());
        }
        if (partition.rowSecurity() != parent.rowSecurity()) {
            deviations.add(
                    partition.rowSecurity()
                            ? "row security is enabled on it alone"
                            : "row security is not enabled on it: no policy binds who reads it by its own name");
        }
        if (partition.rowSecurityForced() != parent.rowSecurityForced()) {
            deviations.add(
                    "row security is " + (partition.rowSecurityForced() ? "" : "not ") + "forced upon its owner");
        }
        for (Policy policy : partition.policies()) {
            boolean known = parent.policies().stream()
                    .anyMatch(each -> each.name().equals(policy.name())
                            && each.attributes().equals(policy.attributes()));
            if (!known) {
                deviations.add("policy " + Identifiers.quote(policy.name()) + " is not its parent's");
            }
        }
        if (!grants(partition).equals(grants(parent))) {
            deviations.add("its privileges are " + grants(partition) + " instead of " + grants(parent));
        }
    }

    private static Map<String, List<Grant>> grants(Table table) {
        Map<String, List<Grant>> grants = new TreeMap<>();
        grants.put("table", table.grants());
        table.columns().forEach(column -> {
            if (!column.grants().isEmpty()) {
                grants.put("column " + column.name(), column.grants());
            }
        });
        return grants;
    }
}
