package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Of every object the spec states the owner; if it has no patterns, what states none belongs to the role that runs the
 * migrations.
 *
 * @param patterns all that the spec has
 * @param stated the objects that state their owner themselves
 */
record OwnerClosed(
        Names names, List<OwnerPattern> patterns, List<Target.Whole> stated, RoleWords words, Location location)
        implements Check {

    static final String ID = "owner/closed";

    /** Copies the lists. */
    OwnerClosed {
        patterns = List.copyOf(patterns);
        stated = List.copyOf(stated);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "owners";
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.CATALOG);
        stated.forEach(each -> needs.addAll(each.needs()));
        return needs;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Asset> known =
                stated.stream().flatMap(each -> each.asset(evidence).stream()).toList();
        List<Asset> all = Asset.all(evidence.catalog(), names).stream()
                .filter(asset -> asset.owner() != null && !asset.linked() && !asUsual(asset))
                .toList();
        if (all.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "the database has no object, so that the owner of each is stated says nothing.",
                            "Check that the migrations and 'schemas' are the right ones.",
                            "objects",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : all) {
            if (!known.contains(asset)) {
                Finding finding = patterns.isEmpty() ? ofTheMigrator(asset, evidence) : covered(asset);
                if (finding.verdict() == Verdict.FAILED) {
                    findings.add(finding.about(asset.subject()));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this, "the owner of every object is a stated one.", all.size() + " objects", all.size()))
                : findings;
    }

    /** Whether it is the schema public under the owner that initdb gives it: before PostgreSQL 15 the superuser. */
    private static boolean asUsual(Asset asset) {
        return asset.builtIn() && List.of("pg_database_owner", "postgres").contains(String.valueOf(asset.owner()));
    }

    private Finding covered(Asset asset) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(asset))
                ? Finding.passed(this, asset.phrase() + " is covered by 'owners'.", "stated", 1)
                : Finding.failed(
                        this,
                        "no pattern under 'owners' matches " + asset.phrase() + ", and the spec is closed.",
                        "Add a pattern that matches it, or drop the object in a migration.",
                        "a stated owner",
                        RoleWords.quote(String.valueOf(asset.owner())));
    }

    private Finding ofTheMigrator(Asset asset, Evidence evidence) {
        String owner = words.role(RoleWords.OWNER, evidence);
        return owner.equals(asset.owner())
                ? Finding.passed(this, asset.phrase() + " belongs to " + RoleWords.quote(owner) + ".", owner, 1)
                : Finding.failed(
                        this,
                        asset.phrase() + " belongs to " + RoleWords.quote(String.valueOf(asset.owner()))
                                + ", and not to "
                                + RoleWords.quote(owner)
                                + ", which runs the migrations; the spec is closed and states no"
                                + " other owner.",
                        "Change the owner in a migration with ALTER … OWNER TO, or state the owner in the spec.",
                        RoleWords.quote(owner),
                        RoleWords.quote(String.valueOf(asset.owner())));
    }
}
