package org.pgassay.migration.alembic;

/**
 * A token of Python.
 *
 * @param type what it is
 * @param text of a string its value; otherwise as the file has it
 * @param line from 1
 */
record PythonToken(Type type, String text, int line) {

    /** What a token is. */
    enum Type {
        NAME,
        /** A string whose value is what stands there. */
        STRING,
        /** Bytes, a string with expressions in it, or a number: nothing that an id can be. */
        OTHER_LITERAL,
        OPERATOR
    }

    boolean isName(String name) {
        return type == Type.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return type == Type.OPERATOR && text.equals(operator);
    }
}
