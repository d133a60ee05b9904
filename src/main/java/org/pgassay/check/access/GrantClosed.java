package org.pgassay.check.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Grant;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * No role has privileges on an object but those that the spec names for it, the owner, and PUBLIC as PostgreSQL has it.
 *
 * @param named the roles as the spec writes them
 */
record GrantClosed(Target.Whole target, Set<String> named, RoleWords words, Location location) implements Check {

    static final String ID = "grant/closed";

    /** Copies the set. */
    GrantClosed {
        named = Set.copyOf(named);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return target.subject();
    }

    @Override
    public Set<Need> needs() {
        return target.needs();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Asset> found = target.asset(evidence);
        if (found.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            target.phrase() + " does not exist, so that the spec names every role with privileges on it"
                                    + " says nothing.",
                            "Create it in a migration, or take it out of the spec.",
                            target.phrase(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        Asset asset = found.get();
        Set<String> roles = roles(asset);
        TreeMap<String, Privileges> others = others(asset, roles, evidence);
        if (lacksUsual(asset, evidence)) {
            return List.of(Finding.failed(
                    this,
                    "PUBLIC lacks on " + target.phrase()
                            + " what PostgreSQL grants to it by itself, and the spec, which"
                            + " names every role whose privileges are others, does not name it.",
                    "State what PUBLIC has under 'grants' (public: []), or grant it again in a migration.",
                    "PUBLIC: " + String.join(", ", usual(asset, evidence)),
                    "PUBLIC: "
                            + Privileges.held(
                                            asset,
                                            Grant.PUBLIC,
                                            evidence.server().majorVersion())
                                    .shown()));
        }
        if (others.isEmpty()) {
            return List.of(Finding.passed(
                    this,
                    "the spec names every role with privileges on " + target.phrase() + ".",
                    "no further role",
                    1 + roles.size()));
        }
        String observed = others.entrySet().stream()
                .map(each ->
                        RoleWords.quote(each.getKey()) + ": " + each.getValue().shown())
                .collect(Collectors.joining("; "));
        String who = others.keySet().stream().map(RoleWords::quote).collect(Collectors.joining(", "));
        return List.of(Finding.failed(
                this,
                target.phrase() + " has privileges for " + who + ", and the spec, which names every role that has any,"
                        + " does not name " + (others.size() == 1 ? "it" : "them") + ".",
                "Add the privileges to the spec under 'grants', or revoke them in a migration.",
                "no privileges of further roles",
                observed));
    }

    private static Set<String> usual(Asset asset, Evidence evidence) {
        return Privileges.byDefault(
                asset.kind(), asset.name().name(), evidence.server().majorVersion());
    }

    /** A spec that does not name PUBLIC has it keep what PostgreSQL gives it. */
    private boolean lacksUsual(Asset asset, Evidence evidence) {
        boolean unnamed =
                named.stream().noneMatch(word -> words.role(word, evidence).equals(Grant.PUBLIC));
        return unnamed
                && !asset.builtIn()
                && !Privileges.held(asset, Grant.PUBLIC, evidence.server().majorVersion())
                        .byName()
                        .keySet()
                        .containsAll(usual(asset, evidence));
    }

    private static Set<String> roles(Asset asset) {
        return Stream.concat(
                        asset.grants().stream(),
                        asset.columns().values().stream().flatMap(List::stream))
                .map(Grant::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private TreeMap<String, Privileges> others(Asset asset, Set<String> roles, Evidence evidence) {
        int major = evidence.server().majorVersion();
        Set<String> known =
                named.stream().map(word -> words.role(word, evidence)).collect(Collectors.toSet());
        TreeMap<String, Privileges> others = new TreeMap<>();
        for (String role : roles) {
            Privileges held = Privileges.held(asset, role, major);
            boolean byItself = role.equals(Grant.PUBLIC)
                    && Privileges.byDefault(asset.kind(), asset.name().name(), major)
                            .containsAll(held.byName().keySet());
            if (!known.contains(role) && !role.equals(asset.owner()) && !byItself) {
                others.put(role, held);
            }
        }
        return others;
    }
}
