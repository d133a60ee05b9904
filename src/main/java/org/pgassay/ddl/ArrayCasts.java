package org.pgassay.ddl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.Token;

/**
 * Keeps casts of arrays what they are.
 *
 * <p>Of {@code status in ('a', 'b')} PostgreSQL prints {@code (status)::text = ANY ((ARRAY['a'::character varying, …])::text[])}
 * where the column is a varchar: the array is cast. Reading that text again, it casts each element instead, and prints
 * another text from then on (transformTypeCast in src/backend/parser/parse_expr.c). A cast of the array to the type that it
 * has already, before the one that is printed, keeps the elements out of it and vanishes.
 */
final class ArrayCasts {

    private ArrayCasts() {}

    /** The same SQL, which PostgreSQL takes for what it printed it of. */
    static String kept(String sql) {
        if (!sql.contains("ARRAY[")) {
            return sql;
        }
        List<Token> tokens = Names.tokens(sql);
        StringBuilder kept = new StringBuilder();
        int copied = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol('[')) {
                open.push(i);
            } else if (token.isSymbol(']') && !open.isEmpty()) {
                int from = open.pop();
                String type = from > 0 && tokens.get(from - 1).is("array") && isCast(tokens, i)
                        ? elementType(sql, tokens, from, i)
                        : null;
                if (type != null) {
                    kept.append(sql, copied, token.end()).append("::").append(type).append("[]");
                    copied = token.end();
                }
            }
        }
        return kept.append(sql.substring(copied)).toString();
    }

    /** Whether {@code )::} follows. */
    private static boolean isCast(List<Token> tokens, int bracket) {
        return bracket + 3 < tokens.size()
                && tokens.get(bracket + 1).isSymbol(')')
                && tokens.get(bracket + 2).isSymbol(':')
                && tokens.get(bracket + 3).isSymbol(':');
    }

    /** What the first element is cast to, without its modifier; null if it is not cast. */
    private static @Nullable String elementType(String sql, List<Token> tokens, int from, int to) {
        int depth = tokens.get(from).depth() + 1;
        int type = -1;
        int end = to;
        for (int i = from + 1; i < to; i++) {
            Token token = tokens.get(i);
            if (token.depth() == depth && token.isSymbol(',')) {
                end = i;
                break;
            }
            if (token.depth() == depth && token.isSymbol(':') && tokens.get(i - 1).isSymbol(':')) {
                type = i + 1;
            }
        }
        if (type < 0) {
            return null;
        }
        String text = sql.substring(tokens.get(type).offset(), tokens.get(end - 1).end());
        return text.replaceAll("\\([0-9, ]*\\)", "");
    }
}
