package org.pgassay.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two psql commands that pg_dump writes around a dump since August 2025, restrict and unrestrict with a token: between
 * them psql refuses all its other commands. They do nothing to the database, and here the others are refused anyway.
 */
final class Restriction {

    private static final Pattern COMMAND = Pattern.compile("\\\\(restrict|unrestrict)[ \\t]+([A-Za-z0-9]+)\\s*");

    private @Nullable String token;

    /** What is wrong with a psql command, or null if it is one of the two and psql would take it here. */
    @Nullable
    String refusal(String command) {
        Matcher matcher = COMMAND.matcher(command);
        if (!matcher.matches()) {
            return "this is a psql command, which only psql understands. Write it as SQL.";
        }
        String given = matcher.group(2);
        if (matcher.group(1).equals("restrict")) {
            if (token != null) {
                return "psql refuses a second \\restrict before \\unrestrict. Take it out.";
            }
            token = given;
        } else {
            if (!given.equals(token)) {
                return "psql refuses \\unrestrict without a \\restrict of the same token before it. Take it out.";
            }
            token = null;
        }
        return null;
    }
}
