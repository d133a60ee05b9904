package org.pgassay.check.rule.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.View;

/** What a view, or the condition of a policy, reads, seen through the views between. */
public final class Reads {

    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema");

    private final Catalog catalog;

    /** Sees through the views of a catalog. */
    public Reads(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What a query reads by itself, without what belongs to the system. */
    List<QualifiedName> direct(String sql) {
        return Relations.in(sql).stream()
                .filter(name -> !SYSTEM.contains(name.schema()))
                .toList();
    }

    /** What a query reads, by itself and through views. */
    public Set<QualifiedName> all(String sql) {
        Set<QualifiedName> seen = new LinkedHashSet<>();
        follow(sql, seen);
        return seen;
    }

    private void follow(String sql, Set<QualifiedName> seen) {
        for (QualifiedName name : direct(sql)) {
            if (seen.add(name)) {
                view(name).ifPresent(view -> follow(view.definition(), seen));
            }
        }
    }

    Optional<View> view(QualifiedName name) {
        return catalog.view(name);
    }

    /** Whether it is in one of the schemas that the catalog was read from. */
    boolean known(QualifiedName name) {
        return catalog.table(name).isPresent() || view(name).isPresent();
    }

    /** Whether a view reads as who queries it. */
    public static boolean asInvoker(View view) {
        return view.options().stream()
                .map(option -> option.toLowerCase(Locale.ROOT))
                .anyMatch(option -> Set.of(
                                "security_invoker=true",
                                "security_invoker=on",
                                "security_invoker=1",
                                "security_invoker=yes")
                        .contains(option));
    }
}
