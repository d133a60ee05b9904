package org.pgassay.plan;

/** Says that a server does not let its planner be made to believe in rows; the message says why and what would help. */
public final class SimulationImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, and what would help. */
    public SimulationImpossibleException(String message) {
        super(message);
    }

    /** Why, and what would help. */
    public SimulationImpossibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
