package org.pgassay.postgres.plans;

import org.jspecify.annotations.Nullable;

/**
 * How a column's values are stored.
 *
 * @param number its {@code attnum}
 * @param type as it can be cast to
 * @param typmod of the type; -1 if there is none
 * @param baseType the type's name in pg_catalog, of a domain that of its base; null for types of others
 * @param category {@code typcategory}
 * @param length in bytes; -1 if it varies, -2 of a C string
 * @param alignment in bytes
 * @param toastable whether long values may be moved out of the row
 * @param labels of an enum; 0 if it is none
 */
record StoredColumn(
        int number,
        String name,
        String type,
        int typmod,
        @Nullable String baseType,
        char category,
        int length,
        int alignment,
        boolean toastable,
        boolean notNull,
        int labels) {

    private static final int HEADER = 4;

    boolean varies() {
        return length < 0;
    }

    boolean is(String name) {
        return name.equals(baseType);
    }

    /**
     * The width that the planner takes for a value of which it knows nothing: {@code get_typavgwidth}.
     *
     * @param bytesOfCharacter how many a character has at most
     */
    int averageWidth(int bytesOfCharacter) {
        if (length > 0) {
            return length;
        }
        int most = greatestWidth(bytesOfCharacter);
        if (most <= 0) {
            return 32;
        }
        if (is("bpchar") || most <= 32) {
            return most;
        }
        return 32 + (Math.min(most, 1000) - 32) / 2;
    }

    private int greatestWidth(int bytesOfCharacter) {
        if (typmod < 0) {
            return -1;
        }
        if (is("bpchar") || is("varchar")) {
            return (typmod - HEADER) * bytesOfCharacter + HEADER;
        }
        if (is("numeric")) {
            // Four digits in two bytes; a digit before and one behind the point may be alone in theirs.
            int precision = (typmod - HEADER) >> 16 & 0xffff;
            return HEADER + 4 + 2 * ((precision + 2 * 3) / 4);
        }
        if (is("bit") || is("varbit")) {
            return (typmod + 7) / 8 + 2 * Integer.BYTES;
        }
        return -1;
    }
}
