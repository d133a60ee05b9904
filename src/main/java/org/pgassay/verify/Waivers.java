package org.pgassay.verify;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.pgassay.check.Finding;
import org.pgassay.check.waiver.Waiver;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Examination.Examined;
import org.pgassay.verify.WaiverResult.Waived;

/** Applies the waivers of a spec to what the checks found. */
final class Waivers {

    private final List<Waiver> all;
    private final LocalDate today;

    Waivers(Spec spec, LocalDate today) {
        this.all = Waiver.of(spec);
        this.today = today;
    }

    /** The same, with each failure that a waiver in force speaks of accepted; of several the first does. */
    List<Examined> accept(List<Examined> examined) {
        return examined.stream()
                .map(each -> new Examined(
                        each.check(), each.findings().stream().map(this::accept).toList()))
                .toList();
    }

    private Finding accept(Finding finding) {
        return all.stream()
                .filter(waiver -> waiver.inForce(today) && waiver.matches(finding))
                .findFirst()
                .map(waiver -> waiver.accept(finding))
                .orElse(finding);
    }

    /** What each waiver came to, in the spec's order, of findings before they are waived. */
    List<WaiverResult> results(List<Examined> examined) {
        List<Finding> findings =
                examined.stream().flatMap(each -> each.findings().stream()).toList();
        return all.stream()
                .map(waiver -> new WaiverResult(
                        waiver.check(),
                        waiver.subject(),
                        waiver.reason(),
                        waiver.approvedBy(),
                        waiver.expires().toString(),
                        waiver.inForce(today),
                        findings.stream()
                                .filter(waiver::matches)
                                .map(finding -> new Waived(finding.check(), finding.subject()))
                                .sorted(Comparator.comparing(Waived::check).thenComparing(Waived::subject))
                                .toList(),
                        waiver.location()))
                .toList();
    }
}
