package org.pgassay.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Result;

class NarrativeTest {

    private static final Location HERE = new Location("s.yaml", 1, 1);

    @Test
    void countsOneAndManyInPlainWords() {
        assertThat(summary(Overall.VERIFIED, Verdict.PASSED))
                .containsExactly(
                        "The delivery does what its spec states: its only check holds.",
                        "The claim of the delivery report is true.");
        assertThat(summary(Overall.VERIFIED, Verdict.PASSED, Verdict.PASSED))
                .contains("The delivery does what its spec states: all 2 checks hold.");
        assertThat(summary(Overall.VERIFIED, Verdict.PASSED, Verdict.WAIVED))
                .contains("The delivery does what its spec states: of 2 checks, 1 holds, 1 is waived.")
                .contains("1 deviation is accepted by a waiver.");
    }

    @Test
    void saysWhatDoesNotHoldAndWhatWasNotTried() {
        assertThat(summary(Overall.REJECTED, Verdict.PASSED, Verdict.VACUOUS))
                .contains("The delivery does not do what its spec states: 1 of 2 checks does not hold.");
        assertThat(summary(Overall.INCOMPLETE, Verdict.PASSED, Verdict.UNVERIFIED))
                .contains(
                        "Nothing failed, but 1 of 2 checks could not be tried here, so the delivery is not verified in"
                                + " full.")
                .contains("Of 2 claims in the delivery report, 1 is true and 1 could not be measured.");
        assertThat(summary(Overall.ERRORED, Verdict.PASSED, Verdict.ERRORED))
                .contains("Up to there, of 2 checks, 1 holds, 1 broke.");
    }

    private static List<String> summary(Overall overall, Verdict... verdicts) {
        List<Result> results = List.of(verdicts).stream()
                .map(verdict ->
                        new Result(new Finding("a/b", "s", verdict, "m", null, null, null, 1, List.of(), HERE), null))
                .toList();
        List<ClaimResult> claims = List.of(verdicts).stream()
                .map(verdict -> new ClaimResult("c", "m", "1", null, verdict, HERE))
                .toList();
        Map<Verdict, Integer> counts = new java.util.EnumMap<>(Verdict.class);
        List.of(verdicts).forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return Narrative.summary(new Report(
                "s",
                "t",
                "s.yaml",
                overall,
                null,
                null,
                counts,
                results,
                claims,
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Report.Trials.NONE,
                Map.of(),
                Map.of()));
    }
}
