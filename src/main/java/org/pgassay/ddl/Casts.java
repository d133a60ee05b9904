package org.pgassay.ddl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of PostgreSQL's own types have a cast from one to the other; between the others a value goes by way of its text.
 *
 * <p>Source: pg_cast of PostgreSQL 14 to 18, without what only some of them have. A cast to or from a string type there is
 * always.
 */
final class Casts {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name");

    private static final List<String> OBJECTS = List.of(
            "regclass",
            "regcollation",
            "regconfig",
            "regdictionary",
            "regnamespace",
            "regoper",
            "regoperator",
            "regproc",
            "regprocedure",
            "regrole",
            "regtype");

    private static final Map<String, Set<String>> CASTS = read("""
            "char": integer
            bigint: bit, double precision, integer, money, numeric, oid, real, smallint
            bit: bigint, bit varying, integer
            bit varying: bit
            boolean: integer
            box: circle, lseg, point, polygon
            cidr: inet
            circle: box, point, polygon
            date: timestamp with time zone, timestamp without time zone
            daterange: datemultirange
            double precision: bigint, integer, numeric, real, smallint
            inet: cidr
            int4range: int4multirange
            int8range: int8multirange
            integer: "char", bigint, bit, boolean, double precision, money, numeric, oid, real, smallint
            interval: time without time zone
            json: jsonb
            jsonb: bigint, boolean, double precision, integer, json, numeric, real, smallint
            lseg: point
            macaddr: macaddr8
            macaddr8: macaddr
            money: numeric
            numeric: bigint, double precision, integer, money, real, smallint
            numrange: nummultirange
            oid: bigint, integer
            path: polygon
            point: box
            polygon: box, circle, path, point
            real: bigint, double precision, integer, numeric, smallint
            regoper: regoperator
            regoperator: regoper
            regproc: regprocedure
            regprocedure: regproc
            smallint: bigint, double precision, integer, numeric, oid, real
            time with time zone: time without time zone
            time without time zone: interval, time with time zone
            timestamp with time zone: date, time with time zone, time without time zone, timestamp without time zone
            timestamp without time zone: date, time without time zone, timestamp with time zone
            tsrange: tsmultirange
            tstzrange: tstzmultirange
            xid8: xid
            """);

    private Casts() {}

    private static Map<String, Set<String>> read(String table) {
        Map<String, Set<String>> casts = new HashMap<>();
        for (String line : table.lines().toList()) {
            int colon = line.indexOf(": ");
            casts.computeIfAbsent(line.substring(0, colon), key -> new HashSet<>())
                    .addAll(Arrays.asList(line.substring(colon + 2).split(", ")));
        }
        for (String object : OBJECTS) {
            casts.computeIfAbsent(object, key -> new HashSet<>()).addAll(List.of("bigint", "integer", "oid"));
            for (String number : List.of("bigint", "integer", "oid", "smallint")) {
                casts.computeIfAbsent(number, key -> new HashSet<>()).add(object);
            }
        }
        return casts;
    }

    /** Whether there is a cast between two types as PostgreSQL prints them, of which neither is a user's. */
    static boolean exist(String from, String to) {
        if (from.endsWith("[]") && to.endsWith("[]")) {
            return exist(element(from), element(to));
        }
        String source = bare(from);
        String target = bare(to);
        return source.equals(target)
                || STRINGS.contains(source)
                || STRINGS.contains(target)
                || CASTS.getOrDefault(source, Set.of()).contains(target);
    }

    private static String element(String array) {
        return array.substring(0, array.length() - "[]".length());
    }

    /** A type without its limits: {@code numeric} for {@code numeric(5,2)}, {@code interval} for {@code interval hour}. */
    private static String bare(String type) {
        String name = type.replaceAll("\\(.*?\\)", "");
        return name.startsWith("interval ") ? "interval" + (name.endsWith("[]") ? "[]" : "") : name;
    }
}
