package org.pgassay.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.UserType;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * A domain's definition, taken apart.
 *
 * @param base the type that it is over, which may be a domain again
 * @param collation as SQL, where it is not the type's own
 * @param defaultExpression null where it has none
 * @param checks what every value must pass, speaking of {@code VALUE}
 */
public record Domain(
        String base,
        @Nullable String collation,
        @Nullable String defaultExpression,
        boolean notNull,
        List<Check> checks) {

    /** A check, without the word CHECK. */
    public record Check(String name, String sql) {

        /** The check as an expression over a column. */
        public String of(String column) {
            StringBuilder text = new StringBuilder();
            int end = 0;
            for (Token token : SqlLexer.tokens(sql)) {
                text.append(sql, end, token.offset()).append(token.is("value") ? column : token.text());
                end = token.end();
            }
            return text.append(sql.substring(end)).toString();
        }
    }

    /** Copies the list. */
    public Domain {
        checks = List.copyOf(checks);
    }

    /** Takes the definition of a domain apart. */
    public static Domain of(UserType type) {
        String text = type.definition() == null ? "" : type.definition();
        List<Token> top = SqlLexer.tokens(text).stream()
                .filter(token -> token.depth() == 0)
                .toList();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            Token token = top.get(i);
            boolean notNull =
                    token.is("not") && i + 1 < top.size() && top.get(i + 1).is("null");
            if (token.is("collate") || token.is("default") || token.is("constraint") || notNull) {
                starts.add(i);
            }
        }
        String base = starts.isEmpty()
                ? text
                : text.substring(0, top.get(starts.get(0)).offset());
        String collation = null;
        String defaultExpression = null;
        boolean notNull = false;
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Token first = top.get(starts.get(i));
            int end = i + 1 < starts.size() ? top.get(starts.get(i + 1)).offset() : text.length();
            String clause = text.substring(first.end(), end).strip();
            if (first.is("collate")) {
                collation = clause;
            } else if (first.is("default")) {
                defaultExpression = clause;
            } else if (first.is("not")) {
                notNull = true;
            } else {
                Token name = top.get(starts.get(i) + 1);
                checks.add(new Check(name.name(), Expressions.check(text.substring(name.end(), end))));
            }
        }
        return new Domain(base.strip(), collation, defaultExpression, notNull, checks);
    }
}
