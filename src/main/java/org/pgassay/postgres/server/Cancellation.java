package org.pgassay.postgres.server;

import java.io.IOException;

/** Tells work that is under way that the JVM is ending. */
final class Cancellation {

    private volatile boolean cancelled;

    void cancel() {
        cancelled = true;
    }

    /**
     * Ends the work where it is no longer wanted.
     *
     * @throws IOException if the JVM is ending
     */
    void check() throws IOException {
        if (cancelled) {
            throw new IOException("pgAssay is ending");
        }
    }
}
