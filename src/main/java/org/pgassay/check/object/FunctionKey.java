package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Routine;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * A function as a spec names it: {@code name(arguments)}, with {@code procedure} or {@code aggregate} before it.
 *
 * @param kind FUNCTION, PROCEDURE or AGGREGATE
 * @param name as written, with its schema if it is qualified
 * @param arguments what stands between the parentheses
 */
record FunctionKey(Routine.Kind kind, String name, String arguments) {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    private static final Set<String> TYPES_OF_SEVERAL_WORDS = Set.of(
            "double precision",
            "character varying",
            "char varying",
            "bit varying",
            "national character",
            "national char",
            "timestamp with",
            "timestamp without",
            "time with",
            "time without",
            "interval year",
            "interval month",
            "interval day",
            "interval hour",
            "interval minute",
            "interval second");

    /** Takes a key apart; nothing if it does not end in arguments in parentheses. */
    static Optional<FunctionKey> parse(String key) {
        List<Token> tokens;
        try {
            tokens = SqlLexer.tokens(key);
        } catch (SqlSyntaxException e) {
            return Optional.empty();
        }
        Optional<Token> open =
                tokens.stream().filter(token -> token.isSymbol('(')).findFirst();
        boolean closed = !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).isSymbol(')')
                && tokens.stream()
                                .filter(token -> token.isSymbol(')') && token.depth() == 0)
                                .count()
                        == 1;
        if (open.isEmpty() || !closed || open.get().offset() == 0) {
            return Optional.empty();
        }
        String head = key.substring(0, open.get().offset()).strip();
        String inside = key.substring(
                        open.get().end(), tokens.get(tokens.size() - 1).offset())
                .strip();
        Routine.Kind kind = Routine.Kind.FUNCTION;
        for (Routine.Kind each : List.of(Routine.Kind.PROCEDURE, Routine.Kind.AGGREGATE, Routine.Kind.FUNCTION)) {
            String word = each.name().toLowerCase(Locale.ROOT) + " ";
            if (head.toLowerCase(Locale.ROOT).startsWith(word)) {
                kind = each;
                head = head.substring(word.length()).strip();
                break;
            }
        }
        return Optional.of(new FunctionKey(kind, head, inside));
    }

    /** The word before the name; empty for a function. */
    String word() {
        return kind == Routine.Kind.FUNCTION ? "function" : kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The types of the input arguments as a reader of the spec alone can tell them: names, defaults and precisions left
     * out, the standard's names in the place of PostgreSQL's short ones.
     */
    List<String> types() {
        List<List<Token>> all = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        for (Token token : SqlLexer.tokens(arguments)) {
            if (token.isSymbol(',') && token.depth() == 0 || token.is("order")) {
                all.add(current);
                current = new ArrayList<>();
            } else if (!token.is("by")) {
                current.add(token);
            }
        }
        all.add(current);
        return all.stream()
                .map(FunctionKey::type)
                .filter(type -> !type.isEmpty() && !type.equals("*"))
                .toList();
    }

    private static String type(List<Token> argument) {
        List<Token> tokens = new ArrayList<>(argument);
        for (int i = 0; i < tokens.size(); i++) {
            boolean ends = tokens.get(i).depth() == 0
                    && (tokens.get(i).is("default") || tokens.get(i).isSymbol('='));
            if (ends) {
                tokens = new ArrayList<>(tokens.subList(0, i));
            }
        }
        if (!tokens.isEmpty() && tokens.get(0).is("out")) {
            return "";
        }
        // A mode may stand before the name or after it; a type is never called so.
        tokens.removeIf(token -> Set.of("in", "inout", "variadic").stream().anyMatch(token::is));
        if (tokens.size() >= 2 && tokens.get(0).isName() && tokens.get(1).isName() && !isOneType(tokens)) {
            tokens.remove(0);
        }
        return printed(tokens);
    }

    private static boolean isOneType(List<Token> tokens) {
        return TYPES_OF_SEVERAL_WORDS.contains(
                tokens.get(0).name() + " " + tokens.get(1).name());
    }

    private static String printed(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        StringBuilder symbols = new StringBuilder();
        boolean dot = false;
        for (Token token : tokens) {
            if (token.isSymbol('[') || token.isSymbol(']')) {
                symbols.append(token.text());
            } else if (token.isSymbol('.')) {
                dot = true;
            } else if (token.isName() && token.depth() == 0) {
                // The schema is another's affair: a type of that name is found by its last part.
                if (dot) {
                    words.remove(words.size() - 1);
                }
                words.add(token.kind() == Token.Kind.QUOTED ? token.text() : token.name());
                dot = false;
            } else if (token.isSymbol('*')) {
                return "*";
            }
        }
        String type = String.join(" ", words);
        return ALIASES.getOrDefault(type, type) + symbols;
    }

    /** Whether a routine's input arguments are of the types that the key seems to name. */
    boolean seemsToMean(Routine routine) {
        List<String> real = routine.argumentTypes().stream()
                .map(type -> type.replaceFirst("^(\"(?:[^\"]|\"\")+\"|[^\".\\[(]+)\\.", ""))
                .toList();
        return real.equals(types());
    }

    /** The types as subjects have them. */
    String printedTypes() {
        return types().stream().collect(Collectors.joining(", ", "(", ")"));
    }
}
