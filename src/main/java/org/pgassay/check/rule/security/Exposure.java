package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Scope;

/** Who holds privileges that expose an object: PUBLIC, and the roles that a spec names. */
final class Exposure {

    /** The parameter that names further roles. */
    static final Parameter ROLES = Parameter.texts(
            "roles", "The roles, beside PUBLIC, that must hold nothing, such as those that a web interface runs as.");

    private Exposure() {}

    /** The privileges that PUBLIC or one of the roles holds, as a message prints them; empty if there is none. */
    static List<String> of(List<Grant> grants, List<String> roles) {
        return exposing(grants, roles)
                .map(grant -> grant.privilege() + " to " + role(grant))
                .toList();
    }

    /** Who of PUBLIC and the roles holds privileges, as a REVOKE names them. */
    static String holders(List<Grant> grants, List<String> roles) {
        return exposing(grants, roles).map(Exposure::role).distinct().collect(Collectors.joining(", "));
    }

    private static Stream<Grant> exposing(List<Grant> grants, List<String> roles) {
        return grants.stream().filter(grant -> grant.role().equals(Grant.PUBLIC) || roles.contains(grant.role()));
    }

    private static String role(Grant grant) {
        return grant.role().equals(Grant.PUBLIC) ? grant.role() : Identifiers.quote(grant.role());
    }

    /** The same of what lets one read. */
    static List<String> reading(List<Grant> grants, List<String> roles) {
        return of(
                grants.stream()
                        .filter(grant -> grant.privilege().equals("SELECT")
                                || grant.privilege().equals("ALL"))
                        .toList(),
                roles);
    }

    /** The roles that a spec names. */
    static List<String> roles(Scope scope) {
        return scope.parameters().list(ROLES.name(), List.of());
    }

    /** The grants on a whole table or view, and those on its columns. */
    static List<Grant> with(List<Grant> whole, List<Column> columns) {
        return Stream.concat(whole.stream(), columns.stream().flatMap(column -> column.grants().stream()))
                .distinct()
                .toList();
    }
}
