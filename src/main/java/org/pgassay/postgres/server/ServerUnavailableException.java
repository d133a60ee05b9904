package org.pgassay.postgres.server;

/**
 * No server could be had, or it went away. The message names the cause and what to do; the exit code is 4 unless
 * {@link #missing()} says that it is only this machine that lacks something.
 */
public final class ServerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    /**
     * Describes a server that cannot be had.
     *
     * @param message object, effect and what to do
     * @param missing whether this machine lacks something (Docker, an extension) that another one may have
     * @param cause what was thrown, or null
     */
    public ServerUnavailableException(
            String message, boolean missing, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.missing = missing;
    }

    /** Whether this machine lacks something that another one may have: UNVERIFIED, not ERRORED. */
    public boolean missing() {
        return missing;
    }
}
