package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * An object, or every object that a pattern is the last to match, must belong to a role.
 *
 * @param word the role as the spec writes it
 */
record OwnerRole(Owned owned, String word, RoleWords words, Location location) implements Check {

    static final String ID = "owner/role";

    /** What must belong to the role. */
    sealed interface Owned {}

    /** An object that states its owner itself. */
    record One(Target.Whole target) implements Owned {}

    /**
     * All objects of a pattern.
     *
     * @param later the patterns behind it, which win
     * @param stated the objects that state their owner themselves, which wins too
     */
    record Many(Names names, OwnerPattern pattern, List<OwnerPattern> later, List<Target.Whole> stated)
            implements Owned {

        /** Copies the lists. */
        Many {
            later = List.copyOf(later);
            stated = List.copyOf(stated);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        if (owned instanceof One one) {
            return one.target().subject();
        }
        return ((Many) owned).pattern().written();
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.CATALOG);
        if (owned instanceof One one) {
            needs.addAll(one.target().needs());
        } else {
            ((Many) owned).stated().forEach(each -> needs.addAll(each.needs()));
        }
        return needs;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        String role = words.role(word, evidence);
        Optional<String> missing = RoleWords.missing(role, evidence);
        if (missing.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    missing.get() + ", so that nothing belongs to it.",
                    "Create the role, in a migration or in the file under roles.setup, or correct its name.",
                    RoleWords.quote(role),
                    "no such role"));
        }
        if (owned instanceof One one) {
            return List.of(one.target()
                    .asset(evidence)
                    .map(asset -> judge(asset, role))
                    .orElseGet(() -> Finding.failed(
                            this,
                            "the owner of " + subject() + " cannot be looked at, because it does not exist.",
                            "Create it in a migration, or take it out of the spec.",
                            RoleWords.quote(role),
                            "no such object")));
        }
        return many((Many) owned, role, evidence);
    }

    private List<Finding> many(Many many, String role, Evidence evidence) {
        List<Asset> stated = many.stated().stream()
                .flatMap(each -> each.asset(evidence).stream())
                .toList();
        List<Asset> matched = Asset.all(evidence.catalog(), many.names()).stream()
                .filter(many.pattern()::matches)
                .toList();
        List<Asset> judged = matched.stream()
                .filter(asset -> !stated.contains(asset))
                .filter(asset -> many.later().stream().noneMatch(later -> later.matches(asset)))
                .toList();
        if (judged.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            matched.isEmpty()
                                    ? "no object matches '" + subject() + "': it says nothing."
                                    : "whatever matches '" + subject() + "' is judged by what stands later or with the"
                                            + " object itself: it says nothing.",
                            "Correct the pattern, or take it out of the spec.",
                            "objects of " + RoleWords.quote(role),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> wrong = new ArrayList<>();
        for (Asset asset : judged) {
            Finding finding = judge(asset, role);
            if (finding.verdict() == Verdict.FAILED) {
                wrong.add(finding.about(asset.subject()));
            }
        }
        return wrong.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "all " + judged.size() + " objects that it judges belong to " + RoleWords.quote(role) + ".",
                        RoleWords.quote(role),
                        judged.size()))
                : wrong;
    }

    private Finding judge(Asset asset, String role) {
        String owner = asset.owner();
        if (role.equals(owner)) {
            return Finding.passed(
                    this, asset.phrase() + " belongs to " + RoleWords.quote(role) + ".", RoleWords.quote(role), 1);
        }
        return Finding.failed(
                this,
                asset.phrase() + " belongs to " + (owner == null ? "no role" : RoleWords.quote(owner))
                        + ", who can alter and drop it, and not to " + RoleWords.quote(role) + ".",
                "Change the owner in a migration with ALTER … OWNER TO, or correct the spec.",
                RoleWords.quote(role),
                owner == null ? "no owner" : RoleWords.quote(owner));
    }
}
