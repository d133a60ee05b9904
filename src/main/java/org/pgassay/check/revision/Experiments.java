package org.pgassay.check.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Names;
import org.pgassay.check.revision.RevisionSection.Populated;
import org.pgassay.check.revision.RevisionSection.Reversible;
import org.pgassay.check.revision.RevisionSection.Revisions;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/** What a spec states of revisions that only an experiment can tell. */
final class Experiments {

    private static final int ROWS = 5;

    private Experiments() {}

    static List<Check> of(Revisions stated, Names names) {
        List<Check> checks = new ArrayList<>();
        Reversible reversible = stated.reversible();
        SourceText to = stated.downTo();
        SourceText convergent = stated.convergent();
        SourceText replayable = stated.replayable();
        Populated populated = stated.populated();
        @Nullable String downTo = to == null ? null : to.text();
        Map<String, String> except = reversible == null ? Map.of() : reasons(reversible.except());
        if (reversible != null || to != null) {
            Location location = reversible != null ? reversible.location() : stated.location();
            checks.add(new RevisionReversible(downTo, except, names, location));
        }
        if (convergent != null) {
            checks.add(new RevisionConvergent(downTo, except.keySet(), names, convergent.location()));
        }
        if (replayable != null) {
            checks.add(new RevisionReplayable(names, replayable.location()));
        }
        if (populated != null) {
            SourceText rows = populated.rows();
            checks.add(new RevisionPopulated(
                    populated.at().text(),
                    rows == null ? ROWS : Integer.parseInt(rows.text().replace("_", "")),
                    reasons(populated.losses()),
                    names,
                    populated.location()));
        }
        return checks;
    }

    private static Map<String, String> reasons(Map<String, SourceText> written) {
        Map<String, String> reasons = new LinkedHashMap<>();
        written.forEach((name, reason) -> reasons.put(name, reason.text()));
        return reasons;
    }
}
