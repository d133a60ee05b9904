package org.pgassay.report;

import java.util.regex.Pattern;

/**
 * Writes text that may hold anything as GitHub-flavoured Markdown that shows exactly that text.
 *
 * <p>Nothing that comes in becomes markup: no HTML, no link, no emphasis, no further cell or row of a table.
 */
final class Markdown {

    /** What starts inline markup. */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*\\[\\]#|~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** What GitHub's dialect makes links of, after it has resolved escapes: only a comment in between keeps it away. */
    private static final Pattern LINK = Pattern.compile("www(?=\\.)|:(?=//)|@", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK = Pattern.compile("^(\\s*)([-+=>]|\\d+(?=[.)]))");

    /** What a code span cannot hold, or not inside a table. */
    private static final Pattern NOT_IN_SPAN = Pattern.compile("[`|\\\\\\n]|<[A-Za-z/!?]|^\\s|\\s$|^$");

    private Markdown() {}

    /** The text as running text, on one line. */
    static String text(String text) {
        return block(inline(text.strip())).replaceAll("\\s*\\n\\s*", " ");
    }

    /** The text as code, on one line: a line break is shown as {@code ↵}. */
    static String code(String text) {
        if (!NOT_IN_SPAN.matcher(text).find()) {
            return '`' + text + '`';
        }
        // Backslash and pipe cannot both stand in a code span in a table; escaped text inside an element can.
        String line = text.replace("\n", " ↵ ");
        return text.isEmpty() ? "*(empty)*" : "<code>" + inline(line) + "</code>";
    }

    /** The text as a block of code that keeps its lines; a paragraph of its own. */
    static String pre(String text) {
        return "<pre>" + entities(text) + "</pre>";
    }

    private static String inline(String text) {
        String escaped = SPECIAL.matcher(entities(text)).replaceAll("\\\\$0");
        return LINK.matcher(escaped).replaceAll("$0<!-- -->");
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Keeps the beginning of a line from starting a list, a quotation or an underlined heading. */
    private static String block(String text) {
        var matcher = BLOCK.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        boolean number = Character.isDigit(matcher.group(2).charAt(0));
        int at = number ? matcher.end() : matcher.start(2);
        return text.substring(0, at) + '\\' + text.substring(at);
    }
}
