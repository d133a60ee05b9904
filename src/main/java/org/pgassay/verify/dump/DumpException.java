package org.pgassay.verify.dump;

import java.nio.file.Path;

/** A dump that cannot be restored: its place, the effect and what to do. */
public final class DumpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DumpException(String message) {
        super(message);
    }

    /** What is wrong at a line of the file, from 1. */
    static DumpException at(Path file, int line, String message) {
        return new DumpException(file + ":" + line + ": " + message);
    }

    /** What is wrong with the file as a whole. */
    static DumpException of(Path file, String message) {
        return new DumpException(file + ": " + message);
    }
}
