package org.pgassay.ddl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.Token;

/**
 * A domain's definition, taken apart.
 *
 * @param type with the collation
 * @param expression the default
 * @param checks by their names, each as {@code CHECK (…)}, with NOT VALID where it is
 */
record Domain(String type, @Nullable String expression, boolean notNull, Map<String, String> checks) {

    static Domain of(String definition) {
        List<Token> tokens = Names.tokens(definition).stream()
                .filter(token -> token.depth() == 0)
                .toList();
        Map<String, String> checks = new LinkedHashMap<>();
        int end = definition.length();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is("constraint") && i + 1 < tokens.size()) {
                Token name = tokens.get(i + 1);
                checks.put(name.name(), definition.substring(name.end(), end).strip());
                end = tokens.get(i).offset();
            }
        }
        String head = definition.substring(0, end).strip();
        boolean notNull = head.endsWith(" NOT NULL");
        head = notNull ? head.substring(0, head.length() - " NOT NULL".length()) : head;
        int expression = Sql.keyword(head, "default");
        return new Domain(
                expression < 0 ? head : head.substring(0, expression).strip(),
                expression < 0 ? null : head.substring(expression + "default".length()).strip(),
                notNull,
                checks);
    }

    static boolean isValid(String check) {
        return !check.endsWith(" NOT VALID");
    }

    /** What CREATE DOMAIN takes: it takes no constraint that is not valid. */
    String created() {
        StringBuilder sql = new StringBuilder(type);
        if (expression != null) {
            sql.append(" default ").append(expression);
        }
        sql.append(notNull ? " not null" : "");
        checks.forEach((name, check) -> {
            if (isValid(check)) {
                sql.append(" constraint ").append(Sql.quote(name)).append(' ').append(check);
            }
        });
        return sql.toString();
    }
}
