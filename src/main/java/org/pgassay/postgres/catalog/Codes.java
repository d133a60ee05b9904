package org.pgassay.postgres.catalog;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;

/** What the letters mean with which PostgreSQL's catalogs tell kinds apart. */
final class Codes {

    private Codes() {}

    static Table.Kind tableKind(String code) {
        return switch (code) {
            case "r" -> Table.Kind.TABLE;
            case "p" -> Table.Kind.PARTITIONED;
            case "f" -> Table.Kind.FOREIGN;
            default -> throw Rows.unknown("table", code);
        };
    }

    static Routine.Kind routineKind(String code) {
        return switch (code) {
            case "f" -> Routine.Kind.FUNCTION;
            case "p" -> Routine.Kind.PROCEDURE;
            case "a" -> Routine.Kind.AGGREGATE;
            case "w" -> Routine.Kind.WINDOW;
            default -> throw Rows.unknown("routine", code);
        };
    }

    static Routine.Volatility volatility(String code) {
        return switch (code) {
            case "i" -> Routine.Volatility.IMMUTABLE;
            case "s" -> Routine.Volatility.STABLE;
            case "v" -> Routine.Volatility.VOLATILE;
            default -> throw Rows.unknown("function volatility", code);
        };
    }

    static String parallel(String code) {
        return switch (code) {
            case "s" -> "SAFE";
            case "r" -> "RESTRICTED";
            case "u" -> "UNSAFE";
            default -> throw Rows.unknown("function's parallel safety", code);
        };
    }

    static UserType.Kind typeKind(String code) {
        return switch (code) {
            case "e" -> UserType.Kind.ENUM;
            case "d" -> UserType.Kind.DOMAIN;
            case "c" -> UserType.Kind.COMPOSITE;
            case "r" -> UserType.Kind.RANGE;
            default -> throw Rows.unknown("type", code);
        };
    }

    static Column.Identity identity(String code) {
        return switch (code) {
            case "" -> Column.Identity.NONE;
            case "a" -> Column.Identity.ALWAYS;
            case "d" -> Column.Identity.BY_DEFAULT;
            default -> throw Rows.unknown("identity column", code);
        };
    }

    static Column.Generated generated(String code) {
        return switch (code) {
            case "" -> Column.Generated.NONE;
            case "s" -> Column.Generated.STORED;
            case "v" -> Column.Generated.VIRTUAL;
            default -> throw Rows.unknown("generated column", code);
        };
    }

    static Constraint.Type constraintType(String code) {
        return switch (code) {
            case "p" -> Constraint.Type.PRIMARY_KEY;
            case "u" -> Constraint.Type.UNIQUE;
            case "c" -> Constraint.Type.CHECK;
            case "f" -> Constraint.Type.FOREIGN_KEY;
            case "x" -> Constraint.Type.EXCLUSION;
            default -> throw Rows.unknown("constraint", code);
        };
    }

    static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw Rows.unknown("referential action", code);
        };
    }

    static ForeignKey.Match match(String code) {
        return switch (code) {
            case "s" -> ForeignKey.Match.SIMPLE;
            case "f" -> ForeignKey.Match.FULL;
            case "p" -> ForeignKey.Match.PARTIAL;
            default -> throw Rows.unknown("foreign key's match type", code);
        };
    }

    static Trigger.Enabled enabled(String code) {
        return switch (code) {
            case "O" -> Trigger.Enabled.ORIGIN;
            case "A" -> Trigger.Enabled.ALWAYS;
            case "R" -> Trigger.Enabled.REPLICA;
            case "D" -> Trigger.Enabled.DISABLED;
            default -> throw Rows.unknown("trigger state", code);
        };
    }

    static String command(String code) {
        return switch (code) {
            case "*" -> "ALL";
            case "r" -> "SELECT";
            case "a" -> "INSERT";
            case "w" -> "UPDATE";
            case "d" -> "DELETE";
            default -> throw Rows.unknown("policy's command", code);
        };
    }

    static String storage(String code) {
        return switch (code) {
            case "p" -> "PLAIN";
            case "m" -> "MAIN";
            case "e" -> "EXTERNAL";
            case "x" -> "EXTENDED";
            default -> throw Rows.unknown("column's storage", code);
        };
    }

    static @Nullable String compression(String code) {
        return switch (code) {
            case "" -> null;
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> throw Rows.unknown("column's compression", code);
        };
    }

    /** What default privileges are for, in the words of ALTER DEFAULT PRIVILEGES. */
    static String objects(String code) {
        return switch (code) {
            case "r" -> "TABLES";
            case "S" -> "SEQUENCES";
            case "f" -> "FUNCTIONS";
            case "T" -> "TYPES";
            case "n" -> "SCHEMAS";
            case "L" -> "LARGE OBJECTS";
            default -> throw Rows.unknown("kind of default privileges", code);
        };
    }
}
