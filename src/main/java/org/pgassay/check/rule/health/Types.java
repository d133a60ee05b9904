package org.pgassay.check.rule.health;

import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Scope;

/** What the rules on types know of them, as PostgreSQL prints them. */
final class Types {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    private Types() {}

    /** A column's type; for an array that of its elements. */
    static String element(Column column) {
        return column.type().replaceAll("(\\[])+$", "");
    }

    static boolean isArray(Column column) {
        return column.type().endsWith("[]");
    }

    /** A type's name without the schema. */
    static String unqualified(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    static boolean isInteger(Column column) {
        return INTEGERS.contains(column.type());
    }

    static boolean isTimestamp(Column column) {
        return element(column).startsWith("timestamp");
    }

    /** Whether it is a time of day. */
    static boolean isTime(Column column) {
        return element(column).matches("time(\\(\\d\\))? with(out)? time zone");
    }

    /** Whether it is a character type with a limit or without. */
    static boolean isVarchar(Column column) {
        return column.type().startsWith("character varying");
    }

    /** The column as sequences name the one that owns them. */
    static String owner(Table table, Column column) {
        return table.name().sql() + "." + Identifiers.quote(column.name());
    }

    /** Whether the column's default is a sequence that it owns. */
    static boolean isSerial(Scope scope, Table table, Column column) {
        String by = column.defaultExpression();
        return isInteger(column)
                && column.generated() == Column.Generated.NONE
                && by != null
                && by.startsWith("nextval(")
                && scope.catalog().sequences().stream()
                        .anyMatch(sequence -> owner(table, column).equals(sequence.ownedBy())
                                && by.contains("'" + sequence.name().sql().replace("'", "''") + "'"));
    }

    /** Whether a key of that type is mostly made up; the key of a partitioned table has that of its partitions, too. */
    static boolean isSurrogate(Table table, Column column) {
        boolean moment = isTimestamp(column) || isTime(column) || column.type().equals("date");
        return isInteger(column)
                || column.type().equals("uuid")
                || (moment && !isArray(column) && table.kind() == Table.Kind.PARTITIONED);
    }
}
