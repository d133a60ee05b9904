package org.pgassay.cli;

import java.util.Comparator;
import java.util.List;
import org.pgassay.verify.Report;

/** What a command tells the shell. */
enum ExitCode {
    VERIFIED(0),
    REJECTED(1),
    INCOMPLETE(2),
    /** The spec or the call is wrong. */
    USAGE(3),
    /** pgAssay or its database broke. */
    BROKEN(4);

    /** Which one wins over several specs: the first of these that occurs. */
    private static final List<ExitCode> GRAVITY = List.of(BROKEN, USAGE, REJECTED, INCOMPLETE, VERIFIED);

    final int code;

    ExitCode(int code) {
        this.code = code;
    }

    static ExitCode of(Report.Overall verdict, boolean allowUnverified) {
        return switch (verdict) {
            case VERIFIED -> VERIFIED;
            case REJECTED -> REJECTED;
            case INCOMPLETE -> allowUnverified ? VERIFIED : INCOMPLETE;
            case ERRORED -> BROKEN;
        };
    }

    static ExitCode gravest(List<ExitCode> codes) {
        return codes.stream().min(Comparator.comparingInt(GRAVITY::indexOf)).orElse(USAGE);
    }
}
