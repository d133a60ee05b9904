package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;

/**
 * What grants and revokes privileges on one object.
 *
 * @param kind of the object
 * @param object its name
 * @param clause what follows ON, such as {@code table public.t}
 * @param columns what follows each privilege: nothing, or the column in parentheses
 * @param owner who holds all that is not listed
 */
record Grants(ObjectKind kind, String object, String clause, String columns, String owner) {

    private static final String ALL = "ALL";

    /** The privileges that a piece grants on what was just made. */
    List<DdlStatement> make(List<Grant> initial, List<Grant> wanted) {
        return between(initial, wanted);
    }

    /** What leads from some privileges to others. */
    List<DdlStatement> between(List<Grant> from, List<Grant> to) {
        Set<String> roles = new TreeSet<>();
        from.forEach(grant -> roles.add(grant.role()));
        to.forEach(grant -> roles.add(grant.role()));
        List<DdlStatement> revokes = new ArrayList<>();
        List<DdlStatement> grants = new ArrayList<>();
        for (String role : roles) {
            List<Grant> had = of(role, from);
            List<Grant> has = of(role, to);
            if (!had.equals(has)) {
                change(role, had, has, revokes, grants);
            }
        }
        revokes.addAll(grants);
        return revokes;
    }

    private void change(
            String role, List<Grant> had, List<Grant> has, List<DdlStatement> revokes, List<DdlStatement> grants) {
        boolean owns = role.equals(owner) && columns.isEmpty();
        if (owns && has.isEmpty()) {
            grants.add(statement("grant all on " + clause + " to " + Sql.role(role)));
            return;
        }
        boolean anew = owns || wholesale(had) || wholesale(has);
        if (anew && (owns || !had.isEmpty())) {
            revokes.add(statement("revoke all" + columns + " on " + clause + " from " + Sql.role(role)));
        } else {
            had.stream()
                    .filter(grant -> has.stream().noneMatch(other -> other.privilege().equals(grant.privilege())))
                    .forEach(grant -> revokes.add(revoke("", grant)));
            had.stream()
                    .filter(grant -> grant.grantable() && has.contains(new Grant(role, grant.privilege(), false)))
                    .forEach(grant -> revokes.add(revoke("grant option for ", grant)));
        }
        List<Grant> given = has.stream()
                .filter(grant -> anew || !had.contains(grant))
                .filter(grant -> anew || grant.grantable() || had.stream().noneMatch(other -> other.privilege().equals(grant.privilege())))
                .filter(grant -> !grant.privilege().equals(Grant.NONE))
                .toList();
        for (boolean grantable : new boolean[] {false, true}) {
            String privileges = given.stream()
                    .filter(grant -> grant.grantable() == grantable)
                    .map(grant -> grant.privilege().toLowerCase(java.util.Locale.ROOT) + columns)
                    .collect(Collectors.joining(", "));
            if (!privileges.isEmpty()) {
                grants.add(statement("grant " + privileges + " on " + clause + " to " + Sql.role(role)
                        + (grantable ? " with grant option" : "")));
            }
        }
    }

    private DdlStatement revoke(String option, Grant grant) {
        return statement("revoke " + option + grant.privilege().toLowerCase(java.util.Locale.ROOT) + columns + " on "
                + clause + " from " + Sql.role(grant.role()));
    }

    private static boolean wholesale(List<Grant> grants) {
        return grants.stream().anyMatch(grant -> grant.privilege().equals(ALL) || grant.privilege().equals(Grant.NONE));
    }

    private static List<Grant> of(String role, List<Grant> grants) {
        return grants.stream().filter(grant -> grant.role().equals(role)).toList();
    }

    private DdlStatement statement(String sql) {
        return DdlStatement.of(sql, kind, object, Danger.ADDITIVE);
    }
}
