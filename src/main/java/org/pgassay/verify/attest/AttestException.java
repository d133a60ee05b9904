package org.pgassay.verify.attest;

/** Nothing could be attested: object, effect and what to do. The message holds no password. */
public final class AttestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean broken;

    AttestException(String message, boolean broken) {
        super(message);
        this.broken = broken;
    }

    /** Whether the database or its machine gave out, and not what was asked for is wrong. */
    public boolean broken() {
        return broken;
    }
}
