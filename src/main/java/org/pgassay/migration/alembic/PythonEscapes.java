package org.pgassay.migration.alembic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes of Python's strings, by the Python reference, section 2.4.1; those it does not know stay as they are. */
final class PythonEscapes {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:(\\n)|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\\\\'\"abfnrtv]))");

    private PythonEscapes() {}

    static String resolved(String body) {
        if (body.indexOf('\\') < 0) {
            return body;
        }
        return ESCAPE.matcher(body).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(java.util.regex.MatchResult match) {
        if (match.group(1) != null) {
            return "";
        }
        for (int group = 2; group <= 4; group++) {
            if (match.group(group) != null) {
                return point(Integer.parseUnsignedInt(match.group(group), 16), match.group());
            }
        }
        if (match.group(5) != null) {
            return point(Integer.parseInt(match.group(5), 8), match.group());
        }
        return switch (match.group(6)) {
            case "a" -> "\u0007";
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "v" -> "\u000B";
            default -> match.group(6);
        };
    }

    private static String point(int code, String written) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : written;
    }
}
