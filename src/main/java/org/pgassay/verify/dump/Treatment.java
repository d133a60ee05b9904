package org.pgassay.verify.dump;

/** What is done with a statement of a dump. */
sealed interface Treatment {

    /** It is sent to the server. */
    record Run() implements Treatment {}

    /** It is left out, and named in the result. */
    record Skip(String reason, boolean harmless) implements Treatment {}

    /** The dump cannot be restored. */
    record Refuse(String reason) implements Treatment {}

    /** What the session has set is undone, as by psql's connect. */
    record NewSession() implements Treatment {}

    Treatment RUN = new Run();

    /** Left out, and the schema is the same without it. */
    static Treatment harmless(String reason) {
        return new Skip(reason, true);
    }

    /** Left out, and the schema lacks it. */
    static Treatment loss(String reason) {
        return new Skip(reason, false);
    }
}
