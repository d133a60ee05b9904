package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * An object that the spec names, and the parts of it that it names, have no comment but those that the spec states.
 *
 * @param target the object
 * @param uncommented the object and the parts of it of which the spec states no comment
 */
record CommentClosed(Target target, List<Target> uncommented, Set<Target.Part> commented, Location location)
        implements Check {

    static final String ID = "comment/closed";

    /** What initdb writes on the schema public. */
    private static final String STANDARD = "standard public schema";

    /** Copies the list. */
    CommentClosed {
        uncommented = List.copyOf(uncommented);
        commented = Set.copyOf(commented);
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
        if (target.comment(evidence).isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            target.phrase() + " does not exist, so that the spec states every comment on it says"
                                    + " nothing.",
                            "Create it in a migration, or take it out of the spec.",
                            target.phrase(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = new ArrayList<>();
        for (Target each : all(evidence)) {
            Optional<String> comment = each.comment(evidence).filter(text -> !text.isEmpty() && !standard(each, text));
            comment.ifPresent(text -> findings.add(Finding.failed(
                            this,
                            each.phrase() + " has a comment that the spec, which states every comment, does not state.",
                            "Add the comment to the spec, or remove it in a migration with COMMENT ON … IS NULL.",
                            "no comment",
                            text)
                    .about(each.subject())));
        }
        return findings.isEmpty()
                ? List.of(Finding.passed(
                        this,
                        "the spec states every comment on " + subject() + ".",
                        "no further comment",
                        1 + uncommented.size()))
                : findings;
    }

    /** What the spec states without a comment, and what it does not state at all. */
    private Set<Target> all(Evidence evidence) {
        Set<Target> all = new LinkedHashSet<>(uncommented);
        if (target instanceof Target.Whole whole) {
            Target.Part.all(whole.names(), whole.name(), evidence.catalog())
                    .filter(part -> !commented.contains(part))
                    .forEach(all::add);
        }
        return all;
    }

    private static boolean standard(Target target, String text) {
        return target.kind() == ObjectKind.SCHEMA && target.subject().equals("public") && text.equals(STANDARD);
    }
}
