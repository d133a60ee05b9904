package org.pgassay.report.view;

import java.util.Locale;
import org.pgassay.check.Verdict;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.TableSummary;

/** Words and signs for verdicts and numbers, the same in every report. */
public final class Labels {

    private Labels() {}

    /** The sign that stands beside the overall verdict in plain text. */
    public static String emoji(Overall verdict) {
        return switch (verdict) {
            case VERIFIED -> "✅";
            case REJECTED -> "❌";
            case INCOMPLETE -> "⚠️";
            case ERRORED -> "💥";
        };
    }

    /** The sign that stands beside a verdict in plain text. */
    public static String emoji(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✅";
            case FAILED -> "❌";
            case VACUOUS -> "⭕";
            case UNVERIFIED -> "⚠️";
            case WAIVED -> "✍️";
            case ERRORED -> "💥";
        };
    }

    /** One sign of a text font, so that a verdict is told apart without its colour. */
    public static String glyph(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✕";
            case VACUOUS -> "∅";
            case UNVERIFIED -> "?";
            case WAIVED -> "~";
            case ERRORED -> "!";
        };
    }

    /** One sign of a text font for the overall verdict. */
    public static String glyph(Overall verdict) {
        return switch (verdict) {
            case VERIFIED -> "✓";
            case REJECTED -> "✕";
            case INCOMPLETE -> "?";
            case ERRORED -> "!";
        };
    }

    /** What a verdict means, in a few words. */
    public static String meaning(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "hold";
            case FAILED -> "do not hold";
            case VACUOUS -> "matched nothing";
            case UNVERIFIED -> "could not be tried";
            case WAIVED -> "waived";
            case ERRORED -> "broke";
        };
    }

    /** The state of a table as a verdict: what its sign and colour are taken from. */
    public static Verdict state(TableSummary table) {
        if (table.failed() > 0 || (table.specified() && !table.exists())) {
            return Verdict.FAILED;
        }
        return table.checked() == 0 ? Verdict.UNVERIFIED : Verdict.PASSED;
    }

    /** The state of a table in words. */
    public static String result(TableSummary table) {
        if (!table.exists()) {
            return table.specified() ? "missing" : "absent";
        }
        if (table.failed() > 0) {
            return number(table.failed()) + " of " + number(table.checked()) + " fail";
        }
        return table.checked() == 0 ? "not checked" : number(table.checked()) + " checked";
    }

    /** A number with thousands separators, the same in every locale. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number with its noun: {@code 1 check}, {@code 2 checks}. */
    public static String count(long value, String noun) {
        return number(value) + " " + (value == 1 ? noun : noun + "s");
    }

    /** A duration to read: {@code 840 ms}, {@code 12.4 s}, {@code 3 min 20 s}. */
    public static String duration(long milliseconds) {
        if (milliseconds < 1_000) {
            return milliseconds + " ms";
        }
        if (milliseconds < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
        }
        long seconds = milliseconds / 1_000;
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
