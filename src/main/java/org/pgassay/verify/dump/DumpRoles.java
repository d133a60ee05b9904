package org.pgassay.verify.dump;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pgassay.sql.Statements;

/**
 * The roles that a dump takes for granted: pg_dump names owners and grantees, and does not make them.
 *
 * @param needed by name, whether PostgreSQL asks that it be a superuser
 */
record DumpRoles(Map<String, Boolean> needed) {

    /** What only a superuser may own, or whose making asks for rights that the dump does not give. */
    private static final String OF_SUPERUSERS = "event|foreign|publication|subscription";

    /** Those that the statements name and do not create. */
    static DumpRoles of(List<Statements.Statement> statements) {
        Map<String, Boolean> needed = new TreeMap<>();
        TreeSet<String> created = new TreeSet<>();
        for (Statements.Statement statement : statements) {
            if (statement.kind() == Statements.Kind.SQL) {
                Words words = Words.of(statement.text());
                if (words.begins("create", "role|user|group") && !words.at(2, "mapping")) {
                    words.name(2).ifPresent(created::add);
                }
                add(words, needed);
            }
        }
        needed.keySet().removeAll(created);
        return new DumpRoles(needed);
    }

    private static void add(Words words, Map<String, Boolean> needed) {
        if (words.begins("grant")) {
            granted(words, "to", needed);
        } else if (words.begins("revoke")) {
            granted(words, "from", needed);
        } else if (words.begins("alter", "default", "privileges")) {
            int made = words.at(3, "for", "role|user") ? 5 : -1;
            words.roles(made).forEach(role -> needed.putIfAbsent(role, false));
            list(words, words.last("to") < 0 ? words.last("from") : words.last("to"), needed);
        } else if (words.begins("alter", "role|user|group")) {
            list(words, words.at(2, "all") || words.at(2, "mapping") ? -1 : 1, needed);
        } else if (words.begins("comment", "on", "role")) {
            list(words, 2, needed);
        } else if (words.begins("create", "schema")) {
            list(words, words.last("authorization"), needed);
        } else if (words.begins("create|alter", "policy")) {
            list(words, words.last("to"), needed);
        } else if (words.begins("create", "user", "mapping")) {
            list(words, words.last("for"), needed);
        } else if (words.begins("set", "session", "authorization")) {
            acting(words, 3, needed);
        } else if (words.begins("set", "role")) {
            acting(words, 2, needed);
        }
        if (words.begins("alter")) {
            int owner = words.last("owner", "to");
            boolean superuser = words.at(1, OF_SUPERUSERS);
            words.roles(owner < 0 ? -1 : owner + 2).forEach(role -> needed.merge(role, superuser, Boolean::logicalOr));
        }
    }

    private static void list(Words words, int before, Map<String, Boolean> needed) {
        words.roles(before < 0 ? -1 : before + 1).forEach(role -> needed.putIfAbsent(role, false));
    }

    /** The grantees, who granted it, and where there is nothing that it is on, the roles that are granted. */
    private static void granted(Words words, String before, Map<String, Boolean> needed) {
        list(words, words.last(before), needed);
        int by = words.last("granted", "by");
        list(words, by < 0 ? -1 : by + 1, needed);
        if (words.last("on") < 0) {
            list(words, words.at(1, "admin|grant|inherit|set", "option", "for") ? 3 : 0, needed);
        }
    }

    /** Whoever makes objects must be allowed to, wherever the dump puts them. */
    private static void acting(Words words, int place, Map<String, Boolean> needed) {
        if (!words.at(place, "default")) {
            words.roles(place).forEach(role -> needed.put(role, true));
        }
    }
}
