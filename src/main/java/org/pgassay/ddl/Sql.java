package org.pgassay.ddl;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.sql.Token;

/** Pieces of SQL text. */
final class Sql {

    private Sql() {}

    static String quote(String identifier) {
        return Identifiers.quote(identifier);
    }

    /** A text as a constant that means the same whatever {@code standard_conforming_strings} is. */
    static String literal(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }

    static String role(String name) {
        return name.equals(Grant.PUBLIC) ? "public" : quote(name);
    }

    /** The name of a part behind that of its table. */
    static String part(QualifiedName host, String part) {
        return host.sql() + "." + quote(part);
    }

    /** Options that the catalog keeps as {@code name=value}, as DDL takes them. */
    static String options(List<String> options) {
        return options.stream()
                .map(option -> option.split("=", 2))
                .map(parts -> parts.length == 1 ? parts[0] : parts[0] + " = " + literal(parts[1]))
                .collect(Collectors.joining(", "));
    }

    static String optionNames(List<String> options) {
        return options.stream().map(option -> option.split("=", 2)[0]).collect(Collectors.joining(", "));
    }

    /** What a statement that drops a routine, or comments on it, calls it by. */
    static String signature(Routine routine) {
        if (routine.kind() != Routine.Kind.AGGREGATE) {
            return routine.signature();
        }
        return routine.name().sql() + "(" + (routine.arguments().isEmpty() ? "*" : routine.arguments()) + ")";
    }

    static String word(Routine routine) {
        return switch (routine.kind()) {
            case FUNCTION, WINDOW -> "function";
            case PROCEDURE -> "procedure";
            case AGGREGATE -> "aggregate";
        };
    }

    /** The offset of a key word outside parentheses; -1 where it is not. */
    static int keyword(String sql, String word) {
        return Names.tokens(sql).stream()
                .filter(token -> token.depth() == 0 && token.is(word))
                .map(Token::offset)
                .findFirst()
                .orElse(-1);
    }

    /** The parts between the commas outside parentheses. */
    static List<String> split(String sql) {
        java.util.ArrayList<String> parts = new java.util.ArrayList<>();
        int from = 0;
        for (Token token : Names.tokens(sql)) {
            if (token.depth() == 0 && token.isSymbol(',')) {
                parts.add(sql.substring(from, token.offset()).strip());
                from = token.end();
            }
        }
        parts.add(sql.substring(from).strip());
        return parts;
    }

    /** A function that is printed with its arguments, by its name alone. */
    static String nameOnly(String function) {
        int at = Names.tokens(function).stream()
                .filter(token -> token.isSymbol('('))
                .map(Token::offset)
                .findFirst()
                .orElse(-1);
        return at < 0 ? function : function.substring(0, at);
    }
}
