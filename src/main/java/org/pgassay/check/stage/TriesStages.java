package org.pgassay.check.stage;

import org.pgassay.check.Check;
import org.pgassay.check.Rehearsals.StageTrials;

/** A check that looks at what experiments with stages have shown. */
interface TriesStages extends Check {

    /** The experiments, which are the same for all checks of a spec. */
    StageTrials trials();
}
