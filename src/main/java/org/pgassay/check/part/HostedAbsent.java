package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * A trigger, policy or rewrite rule must not exist on a table or view.
 *
 * @param host the table or view; null where none must have one of that name
 */
record HostedAbsent(Names names, HostedKind kind, @Nullable QualifiedName host, String name, Location location)
        implements Check {

    static final String CHECK = "absent";

    @Override
    public String id() {
        return kind.id(CHECK);
    }

    @Override
    public String subject() {
        return host == null ? Identifiers.quote(name) : names.subject(host, name);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        List<QualifiedName> hosts = host == null ? hosts(catalog) : List.of(host);
        List<Finding> findings = new ArrayList<>();
        int examined = 0;
        for (QualifiedName each : hosts) {
            Optional<Map<String, Described>> parts = kind.of(catalog, each);
            if (parts.isEmpty()) {
                return List.of(Finding.failed(
                        this,
                        "that " + subject() + " is absent cannot be shown: " + Hosts.missing(catalog, each, names)
                                + ".",
                        "Create the table or view in a migration, or state it as absent itself.",
                        names.subject(each) + " without the " + kind.word() + " " + name,
                        "no such table or view"));
            }
            examined += 1 + parts.get().size();
            Described found = parts.get().get(name);
            if (found != null) {
                findings.add(exists(names.subject(each, name), Hosts.print(found)));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "the " + kind.word() + " " + subject() + " does not exist.",
                        "absent",
                        Math.max(1, examined)))
                : findings;
    }

    private static List<QualifiedName> hosts(Catalog catalog) {
        List<QualifiedName> hosts = new ArrayList<>();
        catalog.tables().forEach(table -> hosts.add(table.name()));
        catalog.views().forEach(view -> hosts.add(view.name()));
        return hosts;
    }

    private Finding exists(String part, String observed) {
        return Finding.failed(
                        this,
                        "the " + kind.word() + " " + part + " exists, and the spec says that it must not.",
                        "Drop it in a migration, or take it out of the spec.",
                        "absent",
                        observed)
                .about(part);
    }
}
