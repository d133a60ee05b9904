package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.security.NoAlwaysTruePolicies;

/** What the policies of a table let through for one command. */
final class Policed {

    private Policed() {}

    /** What is wrong with them, each as a part of a sentence; empty if they keep the tenants apart as far as can be read. */
    static List<String> faults(Table table, String command, @Nullable String application) {
        List<Policy> ofCommand = table.policies().stream()
                .filter(policy ->
                        policy.command().equals("ALL") || policy.command().equals(command))
                .toList();
        List<Policy> binding =
                ofCommand.stream().filter(policy -> covers(policy, application)).toList();
        List<Policy> permissive = binding.stream().filter(Policy::permissive).toList();
        List<String> faults = new ArrayList<>();
        if (permissive.isEmpty()) {
            faults.add(none(command, ofCommand, binding, application));
        }
        boolean reads = !command.equals("INSERT");
        boolean writes = command.equals("INSERT") || command.equals("UPDATE");
        for (Policy policy : permissive) {
            String name = Identifiers.quote(policy.name());
            if (reads && open(policy.using()) && !restricted(binding, false)) {
                faults.add("the policy " + name + " lets all rows through for " + command);
            }
            if (writes && open(check(policy)) && !restricted(binding, true)) {
                faults.add("the policy " + name + " takes rows of any tenant for " + command);
            }
        }
        return faults;
    }

    private static String none(
            String command, List<Policy> ofCommand, List<Policy> binding, @Nullable String application) {
        if (!binding.isEmpty()) {
            return "there are restrictive policies only for " + command + ", which let no row through";
        } else if (!ofCommand.isEmpty() && application != null) {
            return "no policy for " + command + " is for " + Identifiers.quote(application);
        }
        return "there is no policy for " + command + ", so that the application has no rows";
    }

    private static boolean covers(Policy policy, @Nullable String application) {
        return application == null
                || policy.roles().contains(Grant.PUBLIC)
                || policy.roles().contains(application);
    }

    /** Whether a restrictive policy says something of the rows whatever the permissive ones let through. */
    private static boolean restricted(List<Policy> binding, boolean writing) {
        return binding.stream()
                .filter(policy -> !policy.permissive())
                .anyMatch(policy -> !open(writing ? check(policy) : policy.using()));
    }

    /** USING serves for rows that are written, too, where there is no WITH CHECK. */
    private static @Nullable String check(Policy policy) {
        return policy.withCheck() == null ? policy.using() : policy.withCheck();
    }

    private static boolean open(@Nullable String condition) {
        return condition == null || NoAlwaysTruePolicies.holdsAlways(condition);
    }
}
