package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.Rehearsals.Watched;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.spec.Location;

/**
 * An exception must be needed: what it allows must happen.
 *
 * @param most how long others may wait; null where the spec does not say
 */
record LockException(
        Budget budget, String key, String reason, @Nullable Bound most, Location location) implements Check {

    static final String ID = "lock/exception";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return key;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HISTORY, Need.REHEARSALS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        History history = Verdicts.apart(evidence);
        List<String> uses = new ArrayList<>(budget.usesOf(key, history));
        List<Watched> watched = most == null ? List.of() : evidence.rehearsals().blocking();
        if (most != null) {
            uses.addAll(most.usesOf(key, budget, watched));
        }
        if (!uses.isEmpty()) {
            return List.of(Finding.passed(
                            this,
                            "the exception is needed: " + String.join("; ", uses) + ". Reason: " + reason + ".",
                            String.join("; ", uses),
                            uses.size())
                    .with(uses));
        }
        boolean stopped = watched.stream().anyMatch(each -> each.failure() != null);
        if (stopped || history.revisions().stream().anyMatch(this::unknown)) {
            return List.of(Finding.unverified(
                    this,
                    "whether the exception is needed cannot be told: not all that it may be for was measured.",
                    "Mend what stands in the way first."));
        }
        return List.of(Finding.failed(
                this,
                "the exception is not needed: no revision does what it allows, and it would hide one that does.",
                "Take the exception out of the spec, or correct its revision or table.",
                "something that is forbidden",
                "nothing of that sort"));
    }

    private boolean unknown(Deeds deeds) {
        return deeds.shared() && (key.equals(deeds.revision()) || key.startsWith(deeds.revision() + " "));
    }
}
