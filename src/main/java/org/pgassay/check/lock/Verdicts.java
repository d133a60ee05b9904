package org.pgassay.check.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.migration.log.History;
import org.pgassay.migration.log.History.Act;
import org.pgassay.migration.log.History.Deeds;
import org.pgassay.migration.log.History.Harm;

/** What the checks of this family say alike. */
final class Verdicts {

    private Verdicts() {}

    /** That something was recorded of some revision, and something was there before one, or a pass would say nothing. */
    static List<Finding> orVacuous(Check check, List<Finding> findings, boolean tablesBefore) {
        boolean passed = findings.stream().allMatch(finding -> finding.verdict() == Verdict.PASSED);
        if (findings.isEmpty()) {
            return List.of(vacuous(
                    check,
                    "no revision did anything, so that none does what it may not says nothing.",
                    "Name the folder that holds the migrations.",
                    "revisions that do something"));
        } else if (passed && !tablesBefore) {
            return List.of(vacuous(
                    check,
                    "no table was there before any of these revisions, so there is nothing that one could keep others from"
                            + " using, and that none does says nothing.",
                    "State 'locks' when there are revisions that meet tables of earlier ones; leave it out until then.",
                    "a table that was there before a revision"));
        }
        return findings;
    }

    static boolean tablesBefore(History history) {
        return history.revisions().stream().anyMatch(deeds -> deeds.before() > 0);
    }

    private static Finding vacuous(Check check, String message, String help, String expected) {
        return Finding.failed(check, message, help, expected, "none").as(Verdict.VACUOUS);
    }

    /**
     * What each revision did, told apart from the others: recorded anew, one by one, where the tool put several into one
     * transaction, whose locks add up.
     */
    static History apart(Evidence evidence) {
        History history = evidence.history();
        return history.revisions().stream().anyMatch(Deeds::shared)
                ? evidence.rehearsals().stepwise()
                : history;
    }

    /** A revision whose locks and scans cannot be told from those of an earlier one. */
    static Finding shared(Check check, String revision) {
        return Finding.unverified(
                        check,
                        "revision " + revision
                                + " ran in one transaction with an earlier one, so its locks cannot be told"
                                + " from that one's.",
                        "Let the tool apply each revision in a transaction of its own (Alembic:"
                                + " transaction_per_migration=True).")
                .about(revision);
    }

    /** A finding for each revision, or for each table that it does something to. */
    static List<Finding> of(Check check, Harm harm, Budget budget, History history, Words words) {
        List<Finding> findings = new ArrayList<>();
        for (Deeds deeds : history.revisions()) {
            List<Act> acts = deeds.acts(harm).stream()
                    .filter(act ->
                            budget.exception(deeds.revision(), act.table()).isEmpty())
                    .toList();
            for (String table :
                    acts.stream().map(Act::table).distinct().sorted().toList()) {
                findings.add(failed(
                        check,
                        budget,
                        deeds,
                        acts.stream().filter(act -> act.table().equals(table)).toList(),
                        words));
            }
            if (acts.isEmpty() && deeds.commands() > 0) {
                findings.add(Finding.passed(
                                check,
                                "revision " + deeds.revision() + " " + words.none() + ".",
                                words.none(),
                                deeds.commands())
                        .about(deeds.revision()));
            }
        }
        return orVacuous(check, findings, tablesBefore(history));
    }

    private static Finding failed(Check check, Budget budget, Deeds deeds, List<Act> acts, Words words) {
        List<String> plain = acts.stream().map(budget::plain).distinct().toList();
        List<String> modes = acts.stream()
                .map(Act::mode)
                .filter(Objects::nonNull)
                .map(mode -> mode.word() + " (" + mode.effect() + ")")
                .distinct()
                .toList();
        String under = modes.isEmpty() ? "" : " under " + String.join(", ", modes);
        return Finding.failed(
                        check,
                        "revision " + deeds.revision() + " " + String.join(", and ", plain) + under + ": "
                                + words.effect(),
                        words.help(),
                        words.none(),
                        String.join(", ", plain))
                .about(deeds.revision() + " " + budget.name(acts.get(0).table()))
                .with(acts.stream()
                        .map(Act::query)
                        .map(Verdicts::shown)
                        .distinct()
                        .toList());
    }

    private static String shown(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + " …";
    }

    /**
     * What a kind of check says.
     *
     * @param none that it is not so, after "revision 003"
     * @param effect what it means, as the end of a sentence
     * @param help what to do
     */
    record Words(String none, String effect, String help) {}
}
