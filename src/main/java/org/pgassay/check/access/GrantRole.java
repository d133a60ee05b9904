package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/**
 * A role has exactly the stated privileges on an object.
 *
 * @param word the role as the spec writes it
 */
record GrantRole(Target.Whole target, String word, List<StatedPrivilege> privileges, RoleWords words, Location location)
        implements Check {

    static final String ID = "grant/role";

    /** Copies the list. */
    GrantRole {
        privileges = List.copyOf(privileges);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return target.subject() + " to " + words.shown(word);
    }

    @Override
    public Set<Need> needs() {
        return target.needs();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        int major = evidence.server().majorVersion();
        String role = words.role(word, evidence);
        Privileges stated = Privileges.stated(target.kind(), privileges, major);
        Optional<Asset> found = target.asset(evidence);
        Optional<String> obstacle = RoleWords.missing(role, evidence);
        if (obstacle.isPresent()) {
            return List.of(failed(
                    obstacle.get() + ", so that nothing is granted to it.",
                    "Create the role, in a migration or in the file under roles.setup, or correct its name.",
                    stated,
                    "no such role"));
        } else if (found.isEmpty()) {
            return List.of(failed(
                    "the privileges on " + target.subject() + " cannot be looked at, because it does not exist.",
                    "Create it in a migration, or take it out of the spec.",
                    stated,
                    "no such object"));
        }
        return List.of(unknownColumn(found.get(), stated).orElseGet(() -> compare(found.get(), role, stated, major)));
    }

    private Finding compare(Asset asset, String role, Privileges stated, int major) {
        boolean owner = role.equals(asset.owner());
        Privileges held = Privileges.held(asset, role, major);
        if (owner && asset.grants().stream().noneMatch(each -> each.role().equals(role))) {
            // The catalog leaves out the owner's own privileges where they are complete.
            held = Privileges.stated(
                    asset.kind(), List.of(new StatedPrivilege(Privileges.ALL, List.of(), false)), major);
        }
        if (owner) {
            held = held.asOwnerOf(stated);
        }
        // An owner can pass on whatever it holds.
        if (owner ? stated.sameNames(held) : stated.byName().equals(held.byName())) {
            return Finding.passed(
                    this,
                    RoleWords.quote(role) + " has exactly the stated privileges on " + target.phrase() + ".",
                    held.shown(),
                    1 + held.byName().size());
        }
        List<String> differences = new ArrayList<>();
        List<String> more = held.beyond(stated);
        List<String> fewer = stated.beyond(held);
        if (!more.isEmpty()) {
            differences.add("has " + String.join(", ", more) + ", which the spec does not state");
        }
        if (!fewer.isEmpty()) {
            differences.add("lacks " + String.join(", ", fewer));
        }
        return failed(
                "on " + target.phrase() + ", " + RoleWords.quote(role) + " " + String.join(", and ", differences) + ".",
                "GRANT or REVOKE in a migration, or correct the spec.",
                stated,
                held.shown());
    }

    private Optional<Finding> unknownColumn(Asset asset, Privileges stated) {
        return privileges.stream()
                .flatMap(each -> each.columns().stream())
                .filter(column -> !asset.columns().containsKey(column))
                .findFirst()
                .map(column -> failed(
                        target.phrase() + " has no column " + column
                                + Suggestions.didYouMean(column, asset.columns().keySet())
                                + ", so that no privilege can be held on it.",
                        "Correct the column's name in the spec, or create the column in a migration.",
                        stated,
                        "no such column"));
    }

    private Finding failed(String message, String help, Privileges stated, String observed) {
        return Finding.failed(this, message, help, stated.shown(), observed);
    }
}
