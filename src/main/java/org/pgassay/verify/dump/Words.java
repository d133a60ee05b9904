package org.pgassay.verify.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/** A short statement, word by word. */
record Words(List<Token> tokens) {

    /** Keywords that stand where a role's name does. */
    private static final Set<String> NO_ROLES =
            Set.of("public", "current_user", "current_role", "session_user", "none");

    private static final Pattern DEFINITION = Pattern.compile(
            "(?is)(insert|update|delete|select|with|do|create\\s+(or\\s+replace\\s+)?(function|procedure|view"
                    + "|materialized|recursive|table|unlogged|rule|trigger|constraint|aggregate|index|unique))\\b.*");

    /** The words of a statement; none of one that is long and says nothing of roles, settings or the server. */
    static Words of(String statement) {
        return new Words(DEFINITION.matcher(statement).matches() ? List.of() : SqlLexer.tokens(statement));
    }

    /** Whether it begins with these keywords, each in lower case; several apart by {@code |} are one or the other. */
    boolean begins(String... keywords) {
        return at(0, keywords);
    }

    /** Whether these keywords stand at a place. */
    boolean at(int place, String... keywords) {
        if (place < 0 || place + keywords.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < keywords.length; i++) {
            Token token = tokens.get(place + i);
            if (token.kind() != Token.Kind.WORD
                    || !List.of(keywords[i].split("\\|", -1))
                            .contains(token.text().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** Where these keywords stand outside parentheses for the last time; -1 where they do not. */
    int last(String... keywords) {
        for (int i = tokens.size() - keywords.length; i >= 0; i--) {
            if (tokens.get(i).depth() == 0 && at(i, keywords)) {
                return i;
            }
        }
        return -1;
    }

    /** The identifier or the content of the plain string at a place. */
    Optional<String> name(int place) {
        if (place < 0 || place >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(place);
        if (token.kind() == Token.Kind.STRING && token.text().startsWith("'")) {
            String text = token.text();
            return Optional.of(text.substring(1, text.length() - 1).replace("''", "'"));
        }
        return token.isName() ? Optional.of(token.name()) : Optional.empty();
    }

    /** The roles that are listed from a place on, apart by commas; keywords that stand for a role are left out. */
    List<String> roles(int place) {
        List<String> roles = new ArrayList<>();
        int at = at(place, "group") && name(place + 1).isPresent() ? place + 1 : place;
        while (at >= 0 && at < tokens.size()) {
            Token token = tokens.get(at);
            boolean keyword = token.kind() == Token.Kind.WORD && NO_ROLES.contains(token.name());
            if (!keyword) {
                name(at).ifPresent(roles::add);
            }
            if (at + 1 >= tokens.size() || !tokens.get(at + 1).isSymbol(',')) {
                break;
            }
            at += 2;
        }
        return roles;
    }
}
