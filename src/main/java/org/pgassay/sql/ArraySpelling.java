package org.pgassay.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the two texts that PostgreSQL prints of one cast of an array to one.
 *
 * <p>Of {@code status in ('a', 'b')} on a varchar it prints {@code (ARRAY['a'::character varying])::text[]}: the array is
 * cast. Having read that text, as after a dump and a restore, it prints {@code ARRAY[('a'::character varying)::text]}: the
 * elements are, which means the same and stays so (transformTypeCast in src/backend/parser/parse_expr.c).
 */
public final class ArraySpelling {

    private ArraySpelling() {}

    /** The same expression as PostgreSQL prints it once it has read its own text; as it is, if it is no SQL. */
    public static String settled(String sql) {
        if (!sql.contains("(ARRAY[")) {
            return sql;
        }
        try {
            return settled(sql, SqlLexer.tokens(sql));
        } catch (SqlSyntaxException e) {
            return sql;
        }
    }

    private static String settled(String sql, List<Token> tokens) {
        StringBuilder settled = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Cast cast = tokens.get(i).offset() < copied ? null : cast(sql, tokens, i);
            if (cast != null) {
                settled.append(sql, copied, tokens.get(i).offset()).append("ARRAY[");
                settled.append(String.join(
                        ", ",
                        cast.elements().stream()
                                .map(element -> "(" + settled(element) + ")::" + cast.type())
                                .toList()));
                settled.append(']');
                copied = cast.end();
            }
        }
        return settled.append(sql.substring(copied)).toString();
    }

    /** {@code (ARRAY[elements])::type[]}, which ends before an offset. */
    private record Cast(List<String> elements, String type, int end) {}

    private static @Nullable Cast cast(String sql, List<Token> tokens, int open) {
        boolean array = tokens.get(open).isSymbol('(')
                && tokens.get(open + 1).is("array")
                && tokens.get(open + 2).isSymbol('[');
        if (!array) {
            return null;
        }
        int inside = tokens.get(open + 2).depth() + 1;
        List<String> elements = new ArrayList<>();
        int begin = tokens.get(open + 2).end();
        int i = open + 3;
        for (; i < tokens.size() && tokens.get(i).depth() >= inside; i++) {
            if (tokens.get(i).depth() == inside && tokens.get(i).isSymbol(',')) {
                elements.add(sql.substring(begin, tokens.get(i).offset()).strip());
                begin = tokens.get(i).end();
            }
        }
        if (i + 4 >= tokens.size() || !tokens.get(i).isSymbol(']') || !isCast(tokens, i + 1)) {
            return null;
        }
        elements.add(sql.substring(begin, tokens.get(i).offset()).strip());
        return typed(sql, tokens, i + 4, elements);
    }

    private static boolean isCast(List<Token> tokens, int at) {
        return tokens.get(at).isSymbol(')')
                && tokens.get(at + 1).isSymbol(':')
                && tokens.get(at + 2).isSymbol(':');
    }

    private static @Nullable Cast typed(String sql, List<Token> tokens, int first, List<String> elements) {
        int i = first;
        while (i < tokens.size() && (tokens.get(i).isName() || tokens.get(i).isSymbol('.'))) {
            i++;
        }
        boolean brackets = i > first
                && i + 1 < tokens.size()
                && tokens.get(i).isSymbol('[')
                && tokens.get(i + 1).isSymbol(']');
        return brackets
                ? new Cast(
                        elements,
                        sql.substring(tokens.get(first).offset(), tokens.get(i).offset()),
                        tokens.get(i + 1).end())
                : null;
    }
}
