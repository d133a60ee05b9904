package org.pgassay.probe.immutability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.check.Attacks.Outcome;

/** Says what an attempt has come to: only a refusal for a reason that is meant counts as one. */
final class Judge {

    private static final Pattern FUNCTION = Pattern.compile("function (\"(?:[^\"]|\"\")+\"|[^\\s(\"]+)\\(");

    /** What PostgreSQL says of objects that nobody can write to. */
    private static final Set<String> BY_NATURE = Set.of("55000", "428C9", "42809");

    private static final String HIDDEN = "row security lets it reach no row";

    private final Set<String> guards;
    private final Set<String> relations;
    private final int others;

    /**
     * A judge.
     *
     * @param guards the names of the trigger functions of the table and of what belongs to it
     * @param relations the names of the table and of what belongs to it
     * @param others how many rows there are beside those that must stay
     */
    Judge(Set<String> guards, Set<String> relations, int others) {
        this.others = others;
        this.guards = Set.copyOf(guards);
        this.relations = Set.copyOf(relations);
    }

    /**
     * An outcome and its reason.
     *
     * @param barred whether a privilege is missing, so that it makes no difference what a row holds or becomes
     */
    record Ruling(Outcome outcome, String reason, boolean barred) {

        /** A ruling that is not about privileges. */
        Ruling(Outcome outcome, String reason) {
            this(outcome, reason, false);
        }

        /** Whether there was no error, and no row was changed. */
        boolean unchanged() {
            return outcome == Outcome.IGNORED || reason.equals(HIDDEN);
        }

        boolean is(Outcome other) {
            return outcome == other;
        }
    }

    /**
     * Judges an attempt.
     *
     * @param rows those that were to be changed
     * @param bound whether row security hides rows from the role
     */
    Ruling of(Shot shot, List<LedgerRow> rows, boolean bound) {
        Shot.Refusal refusal = shot.refusal();
        if (refusal != null) {
            return refused(refusal);
        }
        List<String> after = shot.after();
        if (after == null) {
            return new Ruling(Outcome.HOLE, "the table's rows are gone with it");
        }
        return unchanged(missing(rows, after), rows.size() + others, after.size(), bound);
    }

    private static Ruling unchanged(int missing, int before, int after, boolean bound) {
        if (missing > 0) {
            String rows = missing == 1 ? "1 row" : missing + " rows";
            boolean gone = after <= before - missing;
            String verb =
                    gone ? missing == 1 ? " is gone" : " are gone" : missing == 1 ? " is changed" : " are changed";
            return new Ruling(Outcome.HOLE, rows + verb);
        } else if (bound) {
            return new Ruling(Outcome.BLOCKED, HIDDEN);
        }
        return new Ruling(Outcome.IGNORED, "no error, and no row changed");
    }

    /** How many of the rows are not there any more as they were. */
    private static int missing(Collection<LedgerRow> rows, List<String> after) {
        List<String> left = new ArrayList<>(after);
        int missing = 0;
        for (LedgerRow row : rows) {
            if (!left.remove(row.text())) {
                missing++;
            }
        }
        return missing;
    }

    /** What a refusal means. */
    Ruling refused(Shot.Refusal refusal) {
        String function = function(refusal.where());
        boolean raised = refusal.routine().equals("exec_stmt_raise") || refusal.is("P0");
        if (refusal.is("57014") || refusal.is("55P03") || refusal.is("40")) {
            return new Ruling(Outcome.UNTRIED, "it took too long or waited for a lock (" + refusal.sqlState() + ")");
        } else if (raised && function.isEmpty()) {
            return new Ruling(Outcome.BLOCKED, "refused by an exception (" + refusal.sqlState() + ")");
        } else if (raised) {
            return isGuard(refusal.where())
                    ? new Ruling(
                            Outcome.BLOCKED,
                            "refused by the trigger function " + function + " (" + refusal.sqlState() + ")")
                    : new Ruling(
                            Outcome.UNTRIED,
                            "refused by the function " + function + " (" + refusal.sqlState()
                                    + "), which is no guard of this table");
        } else if (refusal.is("42501") && (function.isEmpty() || isAboutIt(refusal.message()))) {
            return new Ruling(
                    Outcome.BLOCKED,
                    refusal.message() + " (42501)",
                    function.isEmpty() && refusal.routine().startsWith("aclcheck_error"));
        } else if (BY_NATURE.contains(refusal.sqlState()) && function.isEmpty()) {
            return new Ruling(Outcome.BLOCKED, masked(refusal.message()) + " (" + refusal.sqlState() + ")");
        }
        return new Ruling(Outcome.UNTRIED, accident(refusal, function));
    }

    private static String accident(Shot.Refusal refusal, String function) {
        String by = refusal.constraint().isEmpty()
                ? refusal.column().isEmpty() ? masked(refusal.message()) : "the column " + refusal.column()
                : "the constraint " + refusal.constraint();
        return "it failed for another reason than a guard: " + by + " (" + refusal.sqlState() + ")"
                + (function.isEmpty() ? "" : " in the function " + function);
    }

    private boolean isAboutIt(String message) {
        return relations.stream().anyMatch(name -> message.endsWith(" " + name));
    }

    private boolean isGuard(String where) {
        Matcher matcher = FUNCTION.matcher(where);
        while (matcher.find()) {
            if (guards.contains(bare(matcher.group(1)))) {
                return true;
            }
        }
        return false;
    }

    private static String function(String where) {
        Matcher matcher = FUNCTION.matcher(where);
        return matcher.find() ? bare(matcher.group(1)) : "";
    }

    /** The name without its schema and quotes. */
    static String bare(String name) {
        String last = name.replaceAll("^(\"(?:[^\"]|\"\")+\"|[^\".]+)\\.(?=.)", "");
        return last.startsWith("\"") ? last.substring(1, last.length() - 1).replace("\"\"", "\"") : last;
    }

    /** Values of rows are others in every run. */
    private static String masked(String message) {
        return message.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[^\"')]*", "…");
    }
}
