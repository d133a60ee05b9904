package org.pgassay.check.part;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Names;
import org.pgassay.spec.Suggestions;

/** What the checks of the parts of tables and views say alike. */
final class Hosts {

    private Hosts() {}

    /** Why a table or view that is missing is missing, as far as the catalog can tell. */
    static String missing(Catalog catalog, QualifiedName host, Names names) {
        TreeSet<QualifiedName> known = new TreeSet<>();
        catalog.tables().forEach(table -> known.add(table.name()));
        catalog.views().forEach(view -> known.add(view.name()));
        return "there is no table or view " + names.subject(host)
                + known.stream()
                        .filter(each -> each.name().equals(host.name()))
                        .findFirst()
                        .map(each -> "; there is one of that name in schema " + each.schema())
                        .orElseGet(() -> Suggestions.didYouMean(
                                host.name(),
                                known.stream().map(QualifiedName::name).toList()));
    }

    /** The definition in one line: what PostgreSQL prints, attribute by attribute. */
    static String print(Described part) {
        return part.attributes().entrySet().stream()
                .map(entry -> switch (entry.getKey()) {
                    case "definition" -> entry.getValue();
                    case "enabled" -> "(enabled: " + entry.getValue() + ")";
                    default -> entry.getKey() + " " + entry.getValue();
                })
                .collect(Collectors.joining(" "));
    }

    /** In what two definitions differ, each as what the observed one has instead. */
    static Map<String, String> differences(Described expected, Described observed) {
        Map<String, String> left = expected.attributes();
        Map<String, String> right = observed.attributes();
        Set<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String name : all) {
            String wanted = left.getOrDefault(name, "none");
            String found = right.getOrDefault(name, "none");
            if (!wanted.equals(found)) {
                differences.put(
                        name, name.equals("definition") ? "is defined otherwise" : difference(name, wanted, found));
            }
        }
        return differences;
    }

    private static String difference(String name, String wanted, String found) {
        if (name.equals("as")) {
            return wanted.equals("RESTRICTIVE")
                    ? "is permissive and must be restrictive"
                    : "is restrictive and must be permissive";
        }
        return name.equals("enabled")
                ? state(found) + " instead of being one that " + state(wanted)
                : "has " + name + " " + found + " instead of " + wanted;
    }

    /** When a trigger or rule fires, as a sentence's end. */
    private static String state(String enabled) {
        return switch (enabled) {
            case "DISABLED" -> "is disabled";
            case "REPLICA" -> "fires on replicas only";
            case "ALWAYS" -> "fires always";
            default -> "fires in ordinary sessions";
        };
    }

    /** The trigger of a partition's parent that one of the partition is a copy of; null if it is none. */
    static @Nullable Trigger original(Table partition, Trigger trigger, Catalog catalog) {
        QualifiedName parent = partition.partitionOf();
        if (parent == null) {
            return null;
        }
        String asOfParent =
                trigger.definition().replace(" ON " + partition.name().sql() + " ", " ON " + parent.sql() + " ");
        return catalog.table(parent).stream()
                .flatMap(table -> table.triggers().stream())
                .filter(each ->
                        each.name().equals(trigger.name()) && each.definition().equals(asOfParent))
                .filter(each -> each.definition().contains(" FOR EACH ROW "))
                .findFirst()
                .orElse(null);
    }
}
