package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pgassay.check.Finding;
import org.pgassay.check.Glob;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SourceText;

/** What the spec excepts from a requirement: each exception must be needed. */
final class Exceptions {

    private static final String NEEDED = "an exception that is needed";

    private Exceptions() {}

    /** The findings with what is excepted turned into passes, and what excepts nothing into failures. */
    static List<Finding> applied(CatalogCheck check, List<Finding> findings) {
        Map<String, SourceText> except = check.stated().except(check.requirement());
        Set<String> used = new HashSet<>();
        List<Finding> applied = new ArrayList<>();
        for (Finding finding : findings) {
            List<String> entries = finding.verdict() == Verdict.FAILED
                    ? except.keySet().stream()
                            .filter(entry -> means(entry, finding.subject()))
                            .toList()
                    : List.of();
            used.addAll(entries);
            applied.add(
                    entries.isEmpty()
                            ? finding
                            : excepted(check, finding, Objects.requireNonNull(except.get(entries.get(0)))));
        }
        except.forEach((entry, reason) -> {
            if (!used.contains(entry)) {
                applied.add(unneeded(check, entry, reason, findings));
            }
        });
        return applied;
    }

    /** An object, or all that is of a table. */
    private static boolean means(String entry, String subject) {
        return Glob.of(entry).matches(subject) || Glob.of(entry + ".*").matches(subject);
    }

    private static Finding excepted(CatalogCheck check, Finding finding, SourceText reason) {
        return Finding.passed(
                        check,
                        finding.subject() + " is excepted from " + check.requirement() + ": " + reason.text() + ".",
                        Objects.requireNonNullElse(finding.observed(), "excepted"),
                        1)
                .about(finding.subject())
                .with(List.of("without the exception: " + finding.message()))
                .at(reason.location());
    }

    private static Finding unneeded(CatalogCheck check, String entry, SourceText reason, List<Finding> findings) {
        boolean there = findings.stream().anyMatch(finding -> means(entry, finding.subject()));
        return Finding.failed(
                        check,
                        there
                                ? entry + " keeps to " + check.requirement()
                                        + ": the exception would hide a later breach."
                                : check.requirement() + " looks at nothing that is called " + entry
                                        + ", so that it is excepted says nothing.",
                        there ? "Take the exception out of the spec." : "Correct the name, or take the exception out.",
                        NEEDED,
                        there ? "what is required holds" : "no object of that name")
                .about(entry)
                .at(reason.location());
    }
}
