package org.pgassay.check.immutability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacked;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Ledger;
import org.pgassay.check.Attacks.Outcome;
import org.pgassay.check.Attacks.Who;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.UntriedException;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** A vector must not change a row that must not change. */
record VectorRepelled(Ledger ledger, AttackVector vector, Names names, Location location) implements Attacked {

    private static final int LISTED = 4;

    /** The id of the kind that tries a vector. */
    static String id(AttackVector vector) {
        return "immutability/" + vector.word();
    }

    @Override
    public String id() {
        return id(vector);
    }

    @Override
    public String subject() {
        return names.subject(ledger.table());
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SANDBOX);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        if (evidence.catalog().table(ledger.table()).isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            "there is no table " + subject() + ", so that its rows do not change says nothing.",
                            "Correct the name, or add the migration that makes the table.",
                            "a table " + subject(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Attempt> attempts = attempts(evidence);
        return List.of(finding(attempts).with(lines(attempts)).as(roles(attempts)));
    }

    @Override
    public List<Cell> cells(Evidence evidence) {
        if (evidence.catalog().table(ledger.table()).isEmpty()) {
            return List.of();
        }
        List<Attempt> attempts;
        try {
            attempts = attempts(evidence);
        } catch (UntriedException e) {
            String reason = String.valueOf(e.getMessage());
            return ledger.against().stream()
                    .map(who -> new Cell(subject(), word(who), vector, Outcome.UNTRIED, reason))
                    .toList();
        }
        Map<String, Attempt> worst = new LinkedHashMap<>();
        attempts.forEach(attempt -> worst.merge(
                role(attempt), attempt, (one, two) -> two.outcome().compareTo(one.outcome()) < 0 ? two : one));
        return worst.entrySet().stream()
                .map(entry -> new Cell(
                        subject(), entry.getKey(), vector, entry.getValue().outcome(), said(entry.getValue())))
                .toList();
    }

    private static String word(Who who) {
        return who.name().toLowerCase(Locale.ROOT);
    }

    private static String role(Attempt attempt) {
        return attempt.who() == Who.SUPERUSER ? word(Who.SUPERUSER) : attempt.role();
    }

    private static String said(Attempt attempt) {
        return attempt.what() + ": " + attempt.reason();
    }

    /** A refusal means something only to whom rows still go in. */
    private List<Attempt> attempts(Evidence evidence) {
        List<Attempt> attempts = evidence.sandbox().attacks().on(ledger, vector);
        if (vector == AttackVector.INSERT || vector == AttackVector.DDL) {
            return attempts;
        }
        Set<Who> able = evidence.sandbox().attacks().on(ledger, AttackVector.INSERT).stream()
                .filter(attempt -> attempt.outcome() == Outcome.WORKS)
                .map(Attempt::who)
                .collect(Collectors.toSet());
        return attempts.stream().map(attempt -> controlled(attempt, able)).toList();
    }

    private static Attempt controlled(Attempt attempt, Set<Who> able) {
        boolean refusal = attempt.outcome() == Outcome.BLOCKED || attempt.outcome() == Outcome.IGNORED;
        if (!refusal || attempt.who() == Who.SUPERUSER || able.contains(attempt.who())) {
            return attempt;
        }
        return new Attempt(
                attempt.who(),
                attempt.role(),
                attempt.what(),
                Outcome.UNTRIED,
                attempt.reason() + "; but no row goes in as this role either, so that this proves nothing (see "
                        + id(AttackVector.INSERT) + ")");
    }

    private Finding finding(List<Attempt> attempts) {
        List<Attempt> broken = of(attempts, Outcome.HOLE, Outcome.REFUSED);
        List<Attempt> untried = of(attempts, Outcome.UNTRIED);
        if (!broken.isEmpty()) {
            return failed(broken);
        } else if (!untried.isEmpty()) {
            Attempt first = untried.get(0);
            return Finding.unverified(
                    this,
                    "whether rows of " + subject() + " can be changed by " + vector.word() + " is not known: "
                            + first.what() + " as " + first.role() + ", " + first.reason() + further(untried) + ".",
                    "Name values under 'behaviour: {sampleRows: …}' with which it can be tried, or remove what stands in the"
                            + " way.");
        }
        return passed(attempts);
    }

    private Finding failed(List<Attempt> broken) {
        Attempt first = broken.get(0);
        if (first.outcome() == Outcome.REFUSED) {
            return Finding.failed(
                    this,
                    "what must work on " + subject() + " does not: " + first.what() + " as " + first.role() + ", "
                            + first.reason() + others(broken) + ".",
                    vector == AttackVector.INSERT
                            ? Help.against(vector)
                            : "Grant it and let the guards allow it, or take it out of what may change; values that they accept are"
                                    + " named under 'behaviour: {sampleRows: …}'.",
                    "works",
                    "refused");
        }
        return Finding.failed(
                this,
                "rows of " + subject() + " do change: " + first.what() + " as " + first.role() + ", " + first.reason()
                        + others(broken) + ".",
                Help.against(vector),
                "refused, and the rows as they were",
                "rows changed");
    }

    private Finding passed(List<Attempt> attempts) {
        List<Attempt> tried = attempts.stream()
                .filter(attempt -> attempt.outcome() != Outcome.ABSENT)
                .toList();
        if (tried.isEmpty()) {
            String reason =
                    attempts.isEmpty() ? "nothing leads there" : attempts.get(0).reason();
            return Finding.passed(
                    this,
                    "there is no such way to the rows of " + subject() + ": " + reason + ".",
                    "no such way",
                    Math.max(1, attempts.size()));
        }
        List<Attempt> residual = of(tried, Outcome.RESIDUAL);
        String observed = vector == AttackVector.INSERT ? "works" : "refused, and the rows as they were";
        return Finding.passed(this, message(tried, residual), observed, tried.size());
    }

    private String message(List<Attempt> tried, List<Attempt> residual) {
        if (vector == AttackVector.INSERT) {
            return "a row still goes into " + subject() + ", as " + roles(tried) + ".";
        }
        List<Attempt> silent = of(tried, Outcome.IGNORED);
        return "rows of " + subject() + " withstand " + vector.word() + ", tried in "
                + (tried.size() == 1 ? "1 way" : tried.size() + " ways") + " as " + roles(tried) + "."
                + (silent.isEmpty() ? "" : " Some attempts are silently ignored: no error tells who tries.")
                + (residual.isEmpty()
                        ? ""
                        : " What is left to " + roles(residual) + ": "
                                + residual.get(0).what() + ", "
                                + residual.get(0).reason() + ".");
    }

    /** What else was not tried; each by its name where it is what somebody has to look at. */
    private String further(List<Attempt> untried) {
        List<String> names = untried.stream()
                .map(Attempt::what)
                .distinct()
                .filter(what -> !what.equals(untried.get(0).what()))
                .toList();
        return vector == AttackVector.FUNCTION && !names.isEmpty()
                ? " (likewise " + String.join("; ", names) + ", see the evidence)"
                : others(untried);
    }

    private static String others(List<Attempt> attempts) {
        return attempts.size() == 1 ? "" : " (and " + (attempts.size() - 1) + " more, see the evidence)";
    }

    private static List<Attempt> of(List<Attempt> attempts, Outcome... outcomes) {
        Set<Outcome> wanted = Set.of(outcomes);
        return attempts.stream()
                .filter(attempt -> wanted.contains(attempt.outcome()))
                .sorted(Comparator.comparing(Attempt::outcome))
                .toList();
    }

    private static String roles(List<Attempt> attempts) {
        Set<String> roles = new LinkedHashSet<>();
        attempts.forEach(attempt -> roles.add(role(attempt)));
        return String.join(", ", roles);
    }

    /** One line for what came to the same in the same way. */
    private List<String> lines(List<Attempt> attempts) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        attempts.stream()
                .sorted(Comparator.comparing(Attempt::outcome))
                .forEach(attempt -> alike.computeIfAbsent(
                                role(attempt) + "\0" + outcome(attempt) + ", " + attempt.reason(),
                                any -> new ArrayList<>())
                        .add(attempt.what()));
        return alike.entrySet().stream()
                .map(entry -> {
                    String[] parts = entry.getKey().split("\0", 2);
                    return parts[0] + ": " + list(entry.getValue()) + ": " + parts[1];
                })
                .toList();
    }

    private String list(List<String> what) {
        if (vector == AttackVector.FUNCTION) {
            return String.join("; ", what);
        }
        List<String> shown = what.stream().limit(LISTED).toList();
        return String.join("; ", shown) + (what.size() > LISTED ? "; and " + (what.size() - LISTED) + " more" : "");
    }

    private static String outcome(Attempt attempt) {
        return switch (attempt.outcome()) {
            case HOLE -> "CHANGED";
            case REFUSED -> "refused, and must work";
            case UNTRIED -> "not tried";
            case RESIDUAL -> "residual power";
            case IGNORED -> "silently ignored";
            case BLOCKED -> "blocked";
            case WORKS -> "works";
            case ABSENT -> "no such way";
        };
    }
}
