package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Every trigger, policy or rewrite rule of a table or view must be named in the spec.
 *
 * @param named the names that the spec states, by table or view: a partition's copy of its parent's trigger counts as named
 *     with the parent's
 */
record HostedClosed(
        Names names, HostedKind kind, QualifiedName host, Map<QualifiedName, Set<String>> named, Location location)
        implements Check {

    static final String CHECK = "closed";

    /** Copies the map. */
    HostedClosed {
        Map<QualifiedName, Set<String>> copy = new LinkedHashMap<>();
        named.forEach((each, parts) -> copy.put(each, Set.copyOf(parts)));
        named = Map.copyOf(copy);
    }

    @Override
    public String id() {
        return kind.id(CHECK);
    }

    @Override
    public String subject() {
        return names.subject(host);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        Optional<Map<String, Described>> parts = kind.of(catalog, host);
        if (parts.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            Hosts.missing(catalog, host, names) + ", so that the spec names every " + kind.word()
                                    + " of it says nothing.",
                            "Create the table or view in a migration.",
                            "table or view " + subject(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = new ArrayList<>();
        parts.get().forEach((name, part) -> {
            if (!isNamed(catalog, host, name, part)) {
                findings.add(unnamed(names.subject(host, name), Hosts.print(part)));
            }
        });
        int size = parts.get().size();
        // The table itself was looked at too: one without any trigger keeps the closed world honestly.
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "the spec names every " + kind.word() + " of " + subject() + ".",
                        size + " of " + size + " named",
                        1 + size))
                : findings;
    }

    private boolean isNamed(Catalog catalog, QualifiedName table, String name, Described part) {
        if (named.getOrDefault(table, Set.of()).contains(name)) {
            return true;
        }
        Optional<Table> partition = catalog.table(table).filter(each -> each.partitionOf() != null);
        if (partition.isEmpty() || !(part instanceof Trigger trigger)) {
            return false;
        }
        QualifiedName parent = partition.get().partitionOf();
        Trigger original = Hosts.original(partition.get(), trigger, catalog);
        return parent != null && original != null && isNamed(catalog, parent, name, original);
    }

    private Finding unnamed(String part, String definition) {
        return Finding.failed(
                        this,
                        "the " + kind.word() + " " + part + " is not in the spec, which names every " + kind.word()
                                + " of " + subject() + ".",
                        "Add it to the spec, or drop it in a migration.",
                        "no such " + kind.word(),
                        definition)
                .about(part);
    }
}
