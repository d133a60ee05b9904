package org.pgassay.check;

/** Thrown within a check that cannot be tried here: it is UNVERIFIED, for the reason that the message gives. */
public final class UntriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Gives the reason. */
    public UntriedException(String reason) {
        super(reason);
    }
}
