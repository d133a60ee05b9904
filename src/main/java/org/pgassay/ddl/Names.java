package org.pgassay.ddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * The qualified names in SQL as PostgreSQL prints it with nothing to search: every name of another schema than
 * {@code pg_catalog} is then two names with a dot between, an operator's second one a row of symbols; the text of
 * constants like {@code 'public.s'::regclass} holds names too.
 *
 * <p>A column behind the name of a range variable looks the same: there are too many names here, and never too few.
 */
final class Names {

    private Names() {}

    static Set<QualifiedName> in(@Nullable String sql) {
        Set<QualifiedName> names = new LinkedHashSet<>();
        if (sql != null) {
            collect(tokens(sql), names);
        }
        return names;
    }

    /** The tokens of a text; none of one that is no SQL, such as a constant that only looks like a name. */
    static List<Token> tokens(String sql) {
        try {
            return SqlLexer.tokens(sql);
        } catch (SqlSyntaxException e) {
            return List.of();
        }
    }

    private static void collect(List<Token> tokens, Set<QualifiedName> names) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING && isObject(tokens, i)) {
                names.addAll(in(text(token)));
            } else if (token.isName() && i + 2 < tokens.size() && tokens.get(i + 1).isSymbol('.')) {
                Token second = tokens.get(i + 2);
                String name = second.isName() ? second.name() : symbols(tokens, i + 2);
                if (!name.isEmpty()) {
                    names.add(new QualifiedName(token.name(), name));
                }
            }
        }
    }

    /** Whether a constant is cast to one of the types that are names of objects. */
    private static boolean isObject(List<Token> tokens, int string) {
        return string + 3 < tokens.size()
                && tokens.get(string + 1).isSymbol(':')
                && tokens.get(string + 2).isSymbol(':')
                && tokens.get(string + 3).isName()
                && tokens.get(string + 3).name().startsWith("reg");
    }

    private static String text(Token string) {
        String sql = string.text();
        return sql.startsWith("'") ? sql.substring(1, sql.length() - 1).replace("''", "'") : "";
    }

    /** The operator that begins at a token. */
    private static String symbols(List<Token> tokens, int from) {
        StringBuilder operator = new StringBuilder();
        int end = tokens.get(from).offset();
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean part = token.kind() == Token.Kind.SYMBOL
                    && token.offset() == end
                    && "+-*/<>=~!@#%^&|`?".contains(token.text());
            if (!part) {
                break;
            }
            operator.append(token.text());
            end = token.end();
        }
        return operator.toString();
    }
}
