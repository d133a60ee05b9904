package org.pgassay.ddl;

import java.util.Set;

/** How a type is stored by itself; PostgreSQL 16 and later call it DEFAULT, older versions have no word for it. */
final class Storage {

    private static final Set<String> MAIN = Set.of("numeric", "inet", "cidr");

    private static final Set<String> PLAIN = Set.of(
            "smallint", "integer", "bigint", "real", "double", "money", "boolean", "\"char\"", "name", "date", "time",
            "timestamp", "interval", "uuid", "macaddr", "macaddr8", "point", "line", "lseg", "box", "circle", "pg_lsn",
            "oid", "regclass", "regtype", "regproc", "regconfig", "tsquery", "xid", "xid8");

    private Storage() {}

    /** The storage of a built-in type, as {@code format_type} prints it; of others that of most. */
    static String of(String type) {
        String first = type.split("[ (]", 2)[0];
        if (type.endsWith("[]")) {
            return "extended";
        }
        return MAIN.contains(first) ? "main" : PLAIN.contains(first) ? "plain" : "extended";
    }
}
