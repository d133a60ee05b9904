package org.pgassay.sql;

import org.jspecify.annotations.Nullable;

/** What SQLSTATE classes say of an error. Source: PostgreSQL manual, "PostgreSQL Error Codes". */
public final class SqlStates {

    /** {@code query_canceled}: a limit of time was reached, or somebody interrupted the statement. */
    public static final String CANCELLED = "57014";

    private SqlStates() {}

    /**
     * Whether the connection, the server or its machine gave out, so that the error says nothing of the statement: no
     * SQLSTATE at all, connection exceptions, insufficient resources, operator intervention but for a cancelled statement,
     * system errors.
     */
    public static boolean lost(@Nullable String state) {
        return state == null
                || state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("53")
                || (state.startsWith("57") && !state.equals(CANCELLED))
                || state.startsWith("58");
    }

    /** Whether PostgreSQL met a fault of its own: damaged data, or what it holds to be impossible. */
    public static boolean internal(@Nullable String state) {
        return state != null && state.startsWith("XX");
    }
}
