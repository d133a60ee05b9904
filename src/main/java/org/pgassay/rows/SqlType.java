package org.pgassay.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * A type as {@code format_type} prints it, taken apart.
 *
 * @param text as printed, which is how SQL writes it
 * @param schema null for a built-in type
 * @param name a built-in type's full name without its modifiers, such as {@code timestamp without time zone}
 * @param modifiers such as a length, or precision and scale
 * @param array whether it is an array of that, of however many dimensions
 */
public record SqlType(String text, @Nullable String schema, String name, List<Integer> modifiers, boolean array) {

    /** Copies the list. */
    public SqlType {
        modifiers = List.copyOf(modifiers);
    }

    /** Takes a type apart. */
    public static SqlType of(String text) {
        List<String> names = new ArrayList<>();
        List<Integer> modifiers = new ArrayList<>();
        boolean dotted = false;
        boolean array = false;
        boolean negative = false;
        for (Token token : SqlLexer.tokens(text)) {
            if (token.isName()) {
                names.add(token.name());
            } else if (token.isSymbol('.')) {
                dotted = true;
            } else if (token.isSymbol('[')) {
                array = true;
            } else if (token.isSymbol('-')) {
                negative = true;
            } else if (token.kind() == Token.Kind.NUMBER && !array) {
                modifiers.add(Integer.parseInt((negative ? "-" : "") + token.text()));
                negative = false;
            }
        }
        return dotted
                ? new SqlType(text, names.get(0), names.get(1), modifiers, array)
                : new SqlType(text, null, String.join(" ", names), modifiers, array);
    }

    /** The type of an array's elements. */
    public SqlType element() {
        String element = text.replaceAll("(\\[\\d*\\])+$", "");
        return new SqlType(element, schema, name, modifiers, false);
    }

    /** The name under which a catalog lists it; null for a built-in type. */
    public @Nullable QualifiedName qualifiedName() {
        return schema == null || schema.equals("pg_catalog") ? null : new QualifiedName(schema, name);
    }

    /** What its values have in common for those who look for neighbours of a value. */
    public Family family() {
        if (array) {
            return Family.ARRAY;
        }
        return switch (name) {
            case "smallint", "integer", "bigint", "oid", "xid8" -> Family.INTEGER;
            case "numeric", "real", "double precision", "money" -> Family.NUMBER;
            case "text", "character varying", "character", "name", "citext", "char", "bpchar" -> Family.TEXT;
            case "boolean" -> Family.BOOLEAN;
            case "date", "timestamp without time zone", "timestamp with time zone" -> Family.TIME;
            case "json", "jsonb" -> Family.JSON;
            case "bytea" -> Family.BYTES;
            default -> Family.OTHER;
        };
    }

    /** The most characters that a value may have; a generous bound where the type has none. */
    public int maxLength() {
        return switch (name) {
            case "char" -> 1;
            case "name" -> 63;
            case "character varying", "character", "bpchar" -> modifiers.isEmpty() ? 10_000 : modifiers.get(0);
            default -> 10_000;
        };
    }

    /** Groups of types by what their values look like. */
    public enum Family {
        INTEGER,
        NUMBER,
        TEXT,
        BOOLEAN,
        TIME,
        JSON,
        BYTES,
        ARRAY,
        OTHER
    }
}
