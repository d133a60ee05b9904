package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.View;
import org.pgassay.check.Finding;
import org.pgassay.check.rule.security.Reads;
import org.pgassay.spec.Location;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Nothing that reads tables of tenants for others, views or functions, shows them the rows of all tenants. */
record TenantViews(Tenancy stated, Location location) implements CatalogCheck {

    static final String ID = "tenancy/views";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> judge(Model model) {
        List<Finding> findings = new ArrayList<>();
        for (View view : model.catalog().views()) {
            List<Member> read = Readers.read(model, view);
            if (!read.isEmpty()) {
                findings.add(view.materialized() ? materialized(view, read) : view(view, read));
            }
        }
        for (Routine routine : model.catalog().routines()) {
            List<Member> read = routine.securityDefiner() ? read(model, routine) : List.of();
            if (!read.isEmpty()) {
                findings.add(routine(routine, read));
            }
        }
        return findings;
    }

    /** The tables whose names stand in a function's body: it may be of a language that cannot be read here. */
    private static List<Member> read(Model model, Routine routine) {
        Set<String> words = SqlLexer.tokens(routine.body()).stream()
                .filter(Token::isName)
                .map(Token::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return model.members().stream()
                .filter(member -> words.contains(member.name().name()))
                .toList();
    }

    private Finding view(View view, List<Member> read) {
        String name = stated.names().subject(view.name());
        String options = view.options().isEmpty() ? "no options" : String.join(", ", view.options());
        if (Reads.asInvoker(view)) {
            return holds(name, name + " reads as who queries it.", options);
        } else if (bound(view.owner(), read)) {
            return holds(
                    name,
                    name + " reads as its owner " + Identifiers.quote(view.owner())
                            + ", whom row security binds: it is forced on " + names(read) + ".",
                    options);
        } else if (on(view, "security_barrier") && view.definition().contains("current_setting(")) {
            return holds(name, name + " filters by a setting itself, behind a barrier.", options);
        }
        return fails(
                name,
                "the view " + name + " reads " + names(read) + " as its owner " + Identifiers.quote(view.owner())
                        + ", and nothing says that row security binds that role: it shows the rows of all tenants.",
                "Run ALTER VIEW " + name + " SET (security_invoker = true); PostgreSQL 14 does not have that: there let"
                        + " a role own the view that row security binds, and name it under 'roles: {owner: …}'.",
                "security_invoker=true, or an owner whom row security binds",
                options);
    }

    private Finding materialized(View view, List<Member> read) {
        String name = stated.names().subject(view.name());
        return open(view.grants(), view.owner())
                ? fails(
                        name,
                        "the materialized view " + name + " keeps rows of " + names(read)
                                + " of all tenants, and row security does not work on it.",
                        "Take the privileges on " + name + " from the application, and let it read through a view that"
                                + " filters by tenant.",
                        "no privileges for others than its owner",
                        "may be read")
                : holds(
                        name,
                        "the materialized view " + name + " keeps rows of all tenants, and only its owner may read it.",
                        "no privileges for others");
    }

    private Finding routine(Routine routine, List<Member> read) {
        String name = stated.names().subject(routine.name()) + "(" + String.join(", ", routine.argumentTypes()) + ")";
        boolean trigger = "trigger".equals(routine.result()) || "event_trigger".equals(routine.result());
        if (trigger || !open(routine.grants(), routine.owner())) {
            return holds(
                    name,
                    "the function " + name + " works as its owner on " + names(read)
                            + (trigger ? ", and only a trigger can call it." : ", and only that may call it."),
                    "security definer");
        } else if (bound(routine.owner(), read)) {
            return holds(
                    name,
                    "the function " + name + " works as its owner " + Identifiers.quote(routine.owner())
                            + ", whom row security binds: it is forced on " + names(read) + ".",
                    "security definer");
        }
        return fails(
                name,
                "the function " + name + " works as its owner " + Identifiers.quote(routine.owner()) + " on "
                        + names(read) + ", and nothing says that row security binds that role: it may show the rows of"
                        + " all tenants.",
                "Make it SECURITY INVOKER, or take EXECUTE on it from PUBLIC and the application.",
                "security invoker, or nobody but its owner may call it",
                "security definer, may be called");
    }

    /** What the catalog cannot tell, whether a role is a superuser, is known of the owner that the spec names only. */
    private boolean bound(String owner, List<Member> read) {
        return owner.equals(stated.owner())
                && read.stream()
                        .map(Member::table)
                        .allMatch(table -> table.rowSecurity()
                                && (table.rowSecurityForced() || !table.owner().equals(owner)));
    }

    private boolean open(List<Grant> grants, String owner) {
        return grants.stream()
                .map(Grant::role)
                .anyMatch(role -> !role.equals(owner)
                        && (stated.application() == null
                                || role.equals(stated.application())
                                || role.equals(Grant.PUBLIC)));
    }

    private static boolean on(View view, String option) {
        return view.options().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each -> List.of(option + "=true", option + "=on", option + "=1", option + "=yes")
                        .contains(each));
    }

    private String names(List<Member> members) {
        return members.stream().map(Member::table).map(stated::name).collect(Collectors.joining(", "));
    }
}
