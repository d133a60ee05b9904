package org.pgassay.catalog;

import java.util.regex.Pattern;

/** Quotes names as PostgreSQL's {@code quote_ident} does. */
public final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Identifiers() {}

    /** The identifier as SQL, in double quotes where PostgreSQL needs them. */
    public static String quote(String identifier) {
        if (PLAIN.matcher(identifier).matches() && !Keywords.needsQuotes(identifier)) {
            return identifier;
        }
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
