package org.pgassay.check.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Rehearsals.StageTrials;

/** What the experiments with stages have shown beyond their verdicts. */
public final class StageAccounts {

    private StageAccounts() {}

    /**
     * How many objects each stage added, by stage and measure; nothing for checks that do not try stages.
     *
     * @param check one that was examined, and did not break off
     */
    public static Optional<Map<String, Map<String, Long>>> added(Check check, Evidence evidence) {
        return trials(check).map(trials -> {
            Map<String, Map<String, Long>> added = new LinkedHashMap<>();
            evidence.rehearsals()
                    .stages(trials)
                    .stages()
                    .forEach(stage -> added.put(stage.revision().id(), stage.added()));
            return added;
        });
    }

    private static Optional<StageTrials> trials(Check check) {
        return check instanceof TriesStages tries ? Optional.of(tries.trials()) : Optional.empty();
    }
}
