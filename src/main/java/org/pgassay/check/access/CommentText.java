package org.pgassay.check.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/**
 * The comment of an object or of a part of one must be the stated text.
 *
 * @param text the comment it must have; empty for none
 */
record CommentText(Target target, String text, Location location) implements Check {

    static final String ID = "comment/text";

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
        Optional<String> observed = target.comment(evidence);
        if (observed.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the comment of " + subject() + " cannot be looked at, because it does not exist.",
                    "Create it in a migration, or take it out of the spec.",
                    shown(text),
                    "no such object"));
        }
        if (!observed.get().equals(text)) {
            return List.of(Finding.failed(
                    this,
                    "the comment of " + subject() + " is not the stated one.",
                    "Set it with COMMENT ON in a migration, or correct the spec.",
                    shown(text),
                    shown(observed.get())));
        }
        return List.of(Finding.passed(this, "the comment of " + subject() + " is as stated.", shown(text), 1));
    }

    private static String shown(String comment) {
        return comment.isEmpty() ? "no comment" : comment;
    }
}
