package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Rehearsals.Range;
import org.pgassay.migration.Revision;
import org.pgassay.spec.Suggestions;

/** The revisions that a check names. */
final class Stated {

    private Stated() {}

    /** The ids that are named; the word for the state before all is none. */
    static Set<String> ids(@Nullable String downTo, Collection<String> others) {
        Set<String> ids = new TreeSet<>(others);
        if (downTo != null && !downTo.equals(Range.BASE)) {
            ids.add(downTo);
        }
        return ids;
    }

    /** A failure for each id that no revision has. */
    static List<Finding> unknown(Check check, Evidence evidence, Set<String> ids) {
        Set<String> known =
                evidence.revisions().order().stream().map(Revision::id).collect(Collectors.toCollection(TreeSet::new));
        List<Finding> findings = new ArrayList<>();
        for (String id : ids) {
            if (!known.contains(id)) {
                findings.add(Finding.failed(
                                check,
                                "there is no revision " + id + Suggestions.didYouMean(id, List.copyOf(known))
                                        + ", so nothing can be said of it.",
                                "Correct the id.",
                                "a revision " + id,
                                "none")
                        .about(id));
            }
        }
        return findings;
    }
}
