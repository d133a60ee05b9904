package org.pgassay.migration;

/** A tool that is not installed here, so that nothing of its migrations can be tried: object, effect and what to do. */
public final class ToolUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing, and how to get it. */
    public ToolUnavailableException(String message) {
        super(message);
    }
}
