package org.pgassay.check.tenancy;

import java.util.List;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;

/** Something that the catalog says of the tables of tenants. */
interface CatalogCheck extends Check {

    /** What the spec states. */
    Tenancy stated();

    /** What it says of each object; nothing where there is no object that it could be about. */
    List<Finding> judge(Model model);

    /** The word by which the spec requires it. */
    default String requirement() {
        return id().substring(id().indexOf('/') + 1);
    }

    @Override
    default String subject() {
        return "tenancy";
    }

    @Override
    default Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    default List<Finding> examine(Evidence evidence) {
        Model model = new Model(evidence.catalog(), stated());
        List<Finding> findings = Exceptions.applied(this, judge(model));
        if (!findings.isEmpty()) {
            return findings;
        } else if (model.members().isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "no table belongs to a tenant, so nothing keeps tenants apart.",
                            "Correct the names of the columns under 'tenancy: {columns: …}'.",
                            "tables with a tenant column",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        return List.of(Finding.passed(
                this,
                "none of the tables of tenants has anything that this is about.",
                "nothing to look at",
                model.members().size()));
    }

    /** A pass about one object. */
    default Finding holds(String subject, String message, String observed) {
        return Finding.passed(this, message, observed, 1).about(subject);
    }

    /** A failure about one object. */
    default Finding fails(String subject, String message, String help, String expected, String observed) {
        return Finding.failed(this, message, help, expected, observed).about(subject);
    }
}
