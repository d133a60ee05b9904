package org.pgassay.check;

/** What came of a check. */
public enum Verdict {
    /** It holds, and something was looked at. */
    PASSED,
    /** It does not hold. */
    FAILED,
    /** It matched nothing, so it says nothing: counts as a failure. */
    VACUOUS,
    /** It could not be tried here; the finding says why. */
    UNVERIFIED,
    /** It does not hold, and a waiver in force accepts that. */
    WAIVED,
    /** pgAssay or its database broke while it was tried: never a pass. */
    ERRORED
}
