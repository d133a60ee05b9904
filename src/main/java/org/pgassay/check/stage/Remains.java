package org.pgassay.check.stage;

import java.util.List;
import java.util.stream.Stream;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Rehearsals.Aftermath;
import org.pgassay.check.Verdict;
import org.pgassay.check.revision.Traces;

/** Words for what is left when something was tried with a stage. */
final class Remains {

    private Remains() {}

    /** What has become of schema and rows, a line an object. */
    static List<String> changes(Aftermath aftermath, Names names) {
        return Stream.concat(Traces.of(aftermath.schema(), names).stream(), Traces.of(aftermath.rows(), names).stream())
                .toList();
    }

    /** The same where all should be as it was before: what is there and was not stays behind. */
    static List<String> behind(Aftermath aftermath, Names names) {
        return Stream.concat(
                        Traces.ofUndoing(aftermath.schema(), names).stream(),
                        Traces.of(aftermath.rows(), names).stream())
                .toList();
    }

    static String count(List<String> changes) {
        return changes.size() + (changes.size() == 1 ? " change" : " changes");
    }

    /** Of a stage that does nothing, everything can be said. */
    static Finding idle(Check check, String stage, String what) {
        return Finding.failed(
                        check,
                        "stage " + stage + " changes neither schema nor rows, so " + what + " says nothing.",
                        "Put into the stage what it is to do, or take out what is stated of it.",
                        "a stage that changes something",
                        "no change")
                .as(Verdict.VACUOUS);
    }
}
