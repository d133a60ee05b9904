package org.pgassay.migration.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pgassay.catalog.Identifiers;
import org.pgassay.migration.log.DdlLog.Entry;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/**
 * What a command names after IF NOT EXISTS.
 *
 * <p>PostgreSQL tells an event trigger that such a command ran, not which object kept it from making one; only the text has
 * that. A name counts only if an object of that name is there, made by another revision.
 */
final class Repeats {

    private Repeats() {}

    /** The names of what a CREATE did not make, each as PostgreSQL quotes it, with the schema that the command gives. */
    static List<String> objects(Entry entry) {
        return entry.tag().startsWith("CREATE ") ? names(entry.query()) : List.of();
    }

    /** The names of columns that an ALTER TABLE may not have added. */
    static List<String> columns(Entry entry) {
        return entry.tag().equals("ALTER TABLE") ? names(entry.query()) : List.of();
    }

    /** The kind of object that a CREATE is for. */
    static String kind(Entry entry) {
        return entry.tag()
                .substring("CREATE ".length())
                .toLowerCase(Locale.ROOT)
                .replaceFirst(" as$", "");
    }

    /** Whether an identity ends in that name. */
    static boolean named(String identity, String name) {
        return identity.equals(name) || identity.endsWith("." + name);
    }

    private static List<String> names(String query) {
        List<String> names = new ArrayList<>();
        try {
            List<Token> tokens = SqlLexer.tokens(query);
            for (int i = 3; i < tokens.size(); i++) {
                if (tokens.get(i - 3).is("if")
                        && tokens.get(i - 2).is("not")
                        && tokens.get(i - 1).is("exists")) {
                    String schema = "";
                    int last = i;
                    while (last + 2 < tokens.size() && tokens.get(last + 1).isSymbol('.')) {
                        schema = tokens.get(last).isName()
                                ? Identifiers.quote(tokens.get(last).name()) + "."
                                : "";
                        last += 2;
                    }
                    if (tokens.get(last).isName()) {
                        names.add(schema + Identifiers.quote(tokens.get(last).name()));
                    }
                }
            }
        } catch (SqlSyntaxException e) {
            // What the client sent is longer than what is recorded of it, and was cut within a string.
            return List.of();
        }
        return names;
    }
}
