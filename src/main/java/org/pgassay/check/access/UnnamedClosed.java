package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * In a spec that states everything, what counts as named without a word of its own has no privileges of its own: the
 * sequence of a column, a partition that is as its parent, and a schema of which the spec states the name alone; the schema
 * public has what initdb gives it.
 *
 * @param named the objects that have a word of their own
 */
record UnnamedClosed(Names names, List<Target.Whole> named, RoleWords words, Location location) implements Check {

    static final String ID = "grant/unnamed";

    private static final Set<ObjectKind> KINDS = Set.of(ObjectKind.TABLE, ObjectKind.SEQUENCE, ObjectKind.SCHEMA);
    private static final String INITIAL_COMMENT = "standard public schema";

    /** Copies the list. */
    UnnamedClosed {
        named = List.copyOf(named);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "sequences of columns, partitions and schemas";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Asset> unnamed = Asset.all(evidence.catalog(), names).stream()
                .filter(asset -> KINDS.contains(asset.kind()))
                .filter(asset -> named.stream()
                        .noneMatch(each ->
                                each.kind() == asset.kind() && each.name().equals(asset.name())))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : unnamed) {
            Set<String> roles = new TreeSet<>();
            Stream.concat(
                            asset.grants().stream(),
                            asset.columns().values().stream().flatMap(List::stream))
                    .map(Grant::role)
                    .filter(role -> !role.equals(asset.owner()))
                    .forEach(roles::add);
            if (asset.kind() == ObjectKind.SCHEMA) {
                publicAsUsual(asset, evidence, roles);
            }
            if (!roles.isEmpty() && !asLikeItsParent(asset, evidence)) {
                findings.add(failed(asset, "privileges for " + String.join(", ", roles)));
            } else if (asset.comment() != null
                    && asset.kind() != ObjectKind.TABLE
                    && !(asset.builtIn() && INITIAL_COMMENT.equals(asset.comment()))) {
                findings.add(failed(asset, "a comment"));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "what has no word of its own in the spec has no privileges of its own.",
                        "no further role",
                        1 + unnamed.size()))
                : findings;
    }

    /** What everybody may do in a schema goes without saying where it is what PostgreSQL gives, no more and no less. */
    private static void publicAsUsual(Asset asset, Evidence evidence, Set<String> roles) {
        int major = evidence.server().majorVersion();
        Set<String> held = Privileges.held(asset, Grant.PUBLIC, major).byName().keySet();
        if (held.equals(Privileges.byDefault(asset.kind(), asset.name().name(), major))) {
            roles.remove(Grant.PUBLIC);
        } else {
            roles.add(Grant.PUBLIC);
        }
    }

    /** A partition may have its parent's privileges, which the check of partitions compares. */
    private static boolean asLikeItsParent(Asset asset, Evidence evidence) {
        return evidence.catalog()
                .table(asset.name())
                .flatMap(table -> java.util.Optional.ofNullable(table.partitionOf()))
                .flatMap(evidence.catalog()::table)
                .filter(parent -> parent.grants().equals(asset.grants()))
                .isPresent();
    }

    private Finding failed(Asset asset, String what) {
        return Finding.failed(
                        this,
                        asset.phrase() + " has " + what + ", and the spec, which states everything, does not name it.",
                        "Name it in the spec with what it has, or take that away in a migration.",
                        "nothing of its own",
                        what)
                .about(asset.subject());
    }
}
