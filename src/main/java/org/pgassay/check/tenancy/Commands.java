package org.pgassay.check.tenancy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Table;

/** What the application may do with a table, as far as the catalog tells. */
final class Commands {

    /** The commands that policies are for. */
    static final List<String> ALL = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    private Commands() {}

    /** The commands that are granted to the application or to everybody. */
    static Set<String> granted(Table table, @Nullable String application) {
        return granted(table, role -> role.equals(application) || role.equals(Grant.PUBLIC));
    }

    /**
     * The commands that the application may use. What groups it belongs to is not known: where it has no grant of its own,
     * those of all roles but the owner count; where no application is named, all commands do.
     */
    static Set<String> usable(Table table, @Nullable String application) {
        if (application == null) {
            return Set.copyOf(ALL);
        }
        Set<String> own = granted(table, application);
        return own.isEmpty() ? granted(table, role -> !role.equals(table.owner())) : own;
    }

    /** Whether the application may empty a table at once, as far as grants tell: no policy is asked then. */
    static boolean truncates(Table table, @Nullable String application) {
        boolean known = application != null
                && !granted(table, role -> role.equals(application) || role.equals(Grant.PUBLIC))
                        .isEmpty();
        return table.grants().stream()
                .filter(grant -> grant.privilege().equals("TRUNCATE")
                        || grant.privilege().equals("ALL"))
                .anyMatch(grant -> grant.role().equals(Grant.PUBLIC)
                        || grant.role().equals(application)
                        || (!known && !grant.role().equals(table.owner())));
    }

    private static Set<String> granted(Table table, Predicate<String> role) {
        Set<String> commands = new TreeSet<>();
        Stream.concat(table.grants().stream(), table.columns().stream().flatMap(column -> column.grants().stream()))
                .filter(grant -> role.test(grant.role()))
                .forEach(grant -> {
                    if (grant.privilege().equals("ALL")) {
                        commands.addAll(ALL);
                    } else if (ALL.contains(grant.privilege())) {
                        commands.add(grant.privilege());
                    }
                });
        return commands;
    }
}
