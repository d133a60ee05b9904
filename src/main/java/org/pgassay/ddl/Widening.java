package org.pgassay.ddl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which changes of type keep every value, and which of those need no rewrite.
 *
 * <p>Source: PostgreSQL manual, "ALTER TABLE", notes: no rewrite where the old type is binary coercible to the new one;
 * varchar_support and numeric_support in src/backend/utils/adt know of longer limits.
 */
final class Widening {

    private static final Pattern LIMITED =
            Pattern.compile("(character varying|bit varying|numeric)\\((\\d+)(?:,(-?\\d+))?\\)");

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private Widening() {}

    static Danger danger(String from, String to) {
        if (withoutRewrite(from, to)) {
            return Danger.ADDITIVE;
        }
        return keepsAll(from, to) ? Danger.LOCK_RISKY : Danger.DESTRUCTIVE;
    }

    private static boolean withoutRewrite(String from, String to) {
        if (from.equals(to)) {
            return false;
        }
        Matcher was = LIMITED.matcher(from);
        boolean text = from.startsWith("character varying") || from.equals("text");
        if (text && (to.equals("text") || to.equals("character varying"))) {
            return true;
        }
        if (!was.matches()) {
            return false;
        }
        if (to.equals(was.group(1))) {
            return true;
        }
        Matcher is = LIMITED.matcher(to);
        return is.matches()
                && is.group(1).equals(was.group(1))
                && Integer.parseInt(is.group(2)) >= Integer.parseInt(was.group(2))
                && String.valueOf(is.group(3)).equals(String.valueOf(was.group(3)));
    }

    private static boolean keepsAll(String from, String to) {
        int was = INTEGERS.indexOf(from);
        boolean wider = was >= 0 && (INTEGERS.indexOf(to) > was || to.equals("numeric"));
        boolean real = from.equals("real") && to.equals("double precision");
        // The collation alone: every value stays.
        return wider || real || from.equals(to) || to.equals("text");
    }
}
