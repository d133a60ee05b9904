package org.pgassay.check;

/** A check that proves a sentence of the delivery report; its subject is the sentence, and it has one finding. */
public interface Claim extends Check {

    /** What is counted, or the rule that must hold, as one would write it in a spec. */
    String measure();

    /** What the sentence claims. */
    String expected();
}
