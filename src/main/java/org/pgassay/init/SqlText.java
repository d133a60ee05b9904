package org.pgassay.init;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** Spells what PostgreSQL printed the way people write it; what it means stays the same. */
final class SqlText {

    private static final List<Spelling> TYPES = List.of(
            new Spelling("timestamp(\\(\\d\\))? with time zone", "timestamptz$1"),
            new Spelling("timestamp(\\(\\d\\))? without time zone", "timestamp$1"),
            new Spelling("time(\\(\\d\\))? with time zone", "timetz$1"),
            new Spelling("time(\\(\\d\\))? without time zone", "time$1"),
            new Spelling("character varying", "varchar"),
            new Spelling("character", "char"),
            new Spelling("bit varying", "varbit"));
    private static final Pattern CAST = Pattern.compile("^('(?:[^'\\\\]|'')*')::([a-z][a-z ]*)(\\(\\d+\\))?$");

    private SqlText() {}

    private record Spelling(Pattern printed, String written) {

        Spelling(String printed, String written) {
            this(Pattern.compile("^" + printed + "(?=$|\\(|\\[)"), written);
        }
    }

    /** A type as {@code format_type} prints it, in its short spelling. */
    static String type(String printed) {
        for (Spelling each : TYPES) {
            Matcher matcher = each.printed().matcher(printed);
            if (matcher.find()) {
                return matcher.replaceFirst(each.written());
            }
        }
        return printed;
    }

    /** A default without the cast to the very type that its column has, which PostgreSQL adds by itself. */
    static String defaultValue(String printed, String type) {
        Matcher cast = CAST.matcher(printed);
        if (cast.matches() && type.replaceAll("\\(.*\\)", "").equals(cast.group(2))) {
            return cast.group(1);
        }
        return lower(printed);
    }

    /** The text with its key words in lower case; PostgreSQL prints names in lower case or in quotes. */
    static String lower(String printed) {
        StringBuilder text = new StringBuilder(printed);
        for (Token token : SqlLexer.tokens(printed)) {
            if (token.kind() == Token.Kind.WORD) {
                text.replace(token.offset(), token.end(), token.text().toLowerCase(Locale.ROOT));
            }
        }
        return text.toString();
    }

    /** An index's definition without the method that is meant where none is stated. */
    static String index(String definition) {
        String prefix = "btree ";
        return lower(definition.startsWith(prefix) ? definition.substring(prefix.length()) : "using " + definition);
    }
}
