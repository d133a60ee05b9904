package org.pgassay.rows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Values of the types that come with PostgreSQL and its usual extensions, a different one for every number. */
final class BuiltInValues {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private BuiltInValues() {}

    /** The value for a number from 0; nothing if the type is not known here. */
    static Optional<String> of(SqlType type, String hint, int n) {
        return Optional.of(type.name().startsWith("interval") ? interval(type.name(), n) : scalar(type, hint, n))
                .filter(value -> !value.equals(UNKNOWN));
    }

    private static final String UNKNOWN = "\0";

    private static String scalar(SqlType type, String hint, int n) {
        return switch (type.name()) {
            case "smallint", "integer", "bigint", "oid", "xid8", "xid", "cid" -> Integer.toString(n + 1);
            case "numeric" -> numeric(type.modifiers(), n);
            case "real", "double precision", "money" -> n + 1 + ".5";
            case "boolean" -> n % 2 == 0 ? "true" : "false";
            case "text", "character varying", "bpchar", "name", "citext", "refcursor" ->
                text(hint, n, type.maxLength());
            case "character" -> text(hint, n, type.modifiers().isEmpty() ? 1 : type.maxLength());
            case "char" -> Character.toString('a' + n % 26);
            case "bytea" -> String.format("\\x%08x", n + 1);
            case "uuid" ->
                UUID.nameUUIDFromBytes((hint + n).getBytes(StandardCharsets.UTF_8))
                        .toString();
            case "json", "jsonb" -> "{\"n\": " + (n + 1) + "}";
            case "jsonpath" -> "$.\"a" + n + "\"";
            case "xml" -> "<a>" + n + "</a>";
            case "bit" ->
                bits(n + 1, type.modifiers().isEmpty() ? 1 : type.modifiers().get(0));
            case "bit varying" ->
                bits(n + 1, type.modifiers().isEmpty() ? 8 : type.modifiers().get(0));
            case "pg_lsn" -> "0/" + Integer.toHexString(n + 16).toUpperCase(java.util.Locale.ROOT);
            case "txid_snapshot", "pg_snapshot" -> (n + 1) + ":" + (n + 2) + ":";
            case "tid" -> "(0," + (n % 60_000 + 1) + ")";
            case "int2vector", "oidvector" -> "1 " + (n % 30_000 + 1);
            case "tsvector", "tsquery", "lquery", "ltxtquery" -> "w" + n;
            default -> furtherScalar(type, n);
        };
    }

    private static String furtherScalar(SqlType type, int n) {
        return switch (type.name()) {
            case "date" -> day(n);
            case "timestamp without time zone" -> day(n) + " 08:00:00";
            case "timestamp with time zone" -> day(n) + " 08:00:00+00";
            case "time without time zone" -> time(n);
            case "time with time zone" -> time(n) + "+00";
            case "inet" -> "10." + n / 65_536 % 256 + "." + n / 256 % 256 + "." + n % 256;
            case "cidr" -> "10." + n / 256 % 256 + "." + n % 256 + ".0/24";
            case "macaddr" -> "08:00:2b:" + hexPairs(n);
            case "macaddr8" -> "08:00:2b:00:00:" + hexPairs(n);
            case "point" -> "(" + n + ",1)";
            case "line" -> "{1,2," + n + "}";
            case "lseg", "path" -> "[(0,0),(1," + n + ")]";
            case "box" -> "(" + (n + 1) + ",2),(" + n + ",1)";
            case "polygon" -> "((0,0),(1," + (n + 1) + "),(1,0))";
            case "circle" -> "<(" + n + ",0),1>";
            case "int4range", "int8range", "numrange" -> numbers(n);
            case "int4multirange", "int8multirange", "nummultirange" -> "{" + numbers(n) + "}";
            case "daterange", "tsrange", "tstzrange" -> days(n);
            case "datemultirange", "tsmultirange", "tstzmultirange" -> "{" + days(n) + "}";
            case "hstore" -> "n=>" + n;
            case "ltree" -> "a.b" + n;
            case "vector", "halfvec" -> vector(type.modifiers(), n);
            case "sparsevec" ->
                "{1:" + (n + 1) + "}/"
                        + (type.modifiers().isEmpty() ? 3 : type.modifiers().get(0));
            case "geometry", "geography" -> "POINT(" + n % 180 + " 1)";
            case "cube" -> "(" + n + ")";
            default -> registered(type.name(), n);
        };
    }

    /** Types whose values name what the catalogs hold: there are not many that every database has. */
    private static String registered(String name, int n) {
        List<String> values = switch (name) {
            case "regclass" -> List.of("pg_catalog.pg_class", "pg_catalog.pg_type", "pg_catalog.pg_proc");
            case "regtype" -> List.of("integer", "text", "boolean", "bigint", "date");
            case "regproc" -> List.of("pg_catalog.now", "pg_catalog.version");
            case "regprocedure" -> List.of("pg_catalog.now()", "pg_catalog.version()");
            case "regoper" -> List.of("pg_catalog.||/", "pg_catalog.|/");
            case "regoperator" -> List.of("pg_catalog.+(integer,integer)", "pg_catalog.-(integer,integer)");
            case "regconfig", "regdictionary" -> List.of("pg_catalog.simple");
            case "regnamespace" -> List.of("pg_catalog", "information_schema");
            case "regrole" -> List.of("pg_monitor", "pg_signal_backend");
            case "regcollation" -> List.of("pg_catalog.\"C\"", "pg_catalog.\"POSIX\"");
            default -> List.of(UNKNOWN);
        };
        return values.get(n % values.size());
    }

    private static String day(int n) {
        return FIRST_DAY.plusDays(n).toString();
    }

    private static String time(int n) {
        return LocalTime.of(8, 0).plusSeconds(n).withNano(0).toString() + (n % 60 == 0 ? ":00" : "");
    }

    private static String hexPairs(int n) {
        return String.format("%02x:%02x:%02x", n / 65_536 % 256, n / 256 % 256, n % 256);
    }

    /** Ranges that do not overlap, for the sake of exclusion constraints. */
    private static String numbers(int n) {
        return "[" + (n * 10 + 1) + "," + (n * 10 + 11) + ")";
    }

    private static String days(int n) {
        return "[" + day(n * 10) + "," + day(n * 10 + 10) + ")";
    }

    private static String numeric(List<Integer> modifiers, int n) {
        if (modifiers.isEmpty()) {
            return n + 1 + ".5";
        }
        int scale = modifiers.size() > 1 ? modifiers.get(1) : 0;
        int whole = modifiers.get(0) - scale;
        if (scale < 0) {
            return BigDecimal.valueOf(n % 9 + 1).scaleByPowerOfTen(-scale).toPlainString();
        } else if (whole <= 0) {
            return BigDecimal.valueOf(n % most(modifiers.get(0)) + 1, scale).toPlainString();
        }
        long most = most(whole);
        return Long.toString(n % most + 1) + (scale > 0 && whole > 1 ? ".5" : "");
    }

    /** The greatest number of so many digits, within reason. */
    private static long most(int digits) {
        return digits > 9 ? Integer.MAX_VALUE : (long) Math.pow(10, digits) - 1;
    }

    private static String interval(String name, int n) {
        int count = n + 1;
        if (name.endsWith("year")) {
            return count + " years";
        } else if (name.endsWith("month")) {
            return count + " months";
        } else if (name.endsWith("second")) {
            return count + " seconds";
        } else if (name.endsWith("minute")) {
            return count + " minutes";
        }
        return name.endsWith("hour") ? count + " hours" : count + " days";
    }

    private static String bits(int n, int length) {
        int shown = Math.min(length, 31);
        String digits = Integer.toBinaryString(n % (1 << Math.min(shown, 30)));
        return "0".repeat(Math.max(0, length - digits.length()))
                + digits.substring(Math.max(0, digits.length() - length));
    }

    private static String vector(List<Integer> modifiers, int n) {
        int dimensions = modifiers.isEmpty() ? 3 : modifiers.get(0);
        return "[" + (n + 1) + ",1".repeat(Math.max(0, dimensions - 1)) + "]";
    }

    /** The column's name and the number if they fit, otherwise the number to the base of 36. */
    private static String text(String hint, int n, int length) {
        String spoken = hint + " " + (n + 1);
        if (spoken.codePointCount(0, spoken.length()) <= length) {
            return spoken;
        }
        String digits = Integer.toString(n + 10, 36);
        return digits.substring(Math.max(0, digits.length() - length));
    }
}
