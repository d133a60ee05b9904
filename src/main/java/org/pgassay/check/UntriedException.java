package org.pgassay.check;

/** Thrown within a check that cannot be tried here: it is UNVERIFIED, for the reason that the message gives. */
public final class UntriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String help;

    /** Gives the reason why nothing is tried on a database that is only read. */
    public UntriedException(String reason) {
        this(reason, "Verify where the database may be written to.");
    }

    /** Gives the reason, and what to do about it. */
    public UntriedException(String reason, String help) {
        super(reason);
        this.help = help;
    }

    /** What to do about it. */
    public String help() {
        return help;
    }
}
