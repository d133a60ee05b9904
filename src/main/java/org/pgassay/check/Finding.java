package org.pgassay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;

/**
 * What one check found about one subject. Check and subject are its stable identity: no clock, no random id.
 *
 * @param check the kind's id, {@code family/kind}
 * @param subject the object's name as PostgreSQL would quote it; {@code table.column} for parts
 * @param message one sentence that names the object and says the effect plainly
 * @param help what to do, beginning with a verb; null where nothing is to be done
 * @param expected what the spec states, as PostgreSQL prints it
 * @param observed what the database holds, as PostgreSQL prints it
 * @param examined how many objects were looked at to come to the verdict
 * @param evidence further lines that support the verdict
 * @param role the database role as which it was tried; null where no role was taken on for it
 * @param location where the spec states it
 */
public record Finding(
        String check,
        String subject,
        Verdict verdict,
        String message,
        @Nullable String help,
        @Nullable String expected,
        @Nullable String observed,
        int examined,
        List<String> evidence,
        @Nullable String role,
        Location location) {

    /** Copies the list. */
    public Finding {
        evidence = List.copyOf(evidence);
        if (verdict == Verdict.PASSED && examined <= 0) {
            throw new IllegalArgumentException(check + " passed " + subject + " without having looked at anything");
        }
    }

    /** A finding that does not depend on a role. */
    public Finding(
            String check,
            String subject,
            Verdict verdict,
            String message,
            @Nullable String help,
            @Nullable String expected,
            @Nullable String observed,
            int examined,
            List<String> evidence,
            Location location) {
        this(check, subject, verdict, message, help, expected, observed, examined, evidence, null, location);
    }

    /** A pass: expected and observed are the same. */
    public static Finding passed(Check check, String message, String observed, int examined) {
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.PASSED,
                message,
                null,
                observed,
                observed,
                examined,
                List.of(),
                check.location());
    }

    /** A failure. */
    public static Finding failed(Check check, String message, String help, String expected, String observed) {
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.FAILED,
                message,
                help,
                expected,
                observed,
                1,
                List.of(),
                check.location());
    }

    /** Something that could not be tried here, with the reason as its message. */
    public static Finding unverified(Check check, String reason, String help) {
        return new Finding(
                check.id(),
                check.subject(),
                Verdict.UNVERIFIED,
                reason,
                help,
                null,
                null,
                0,
                List.of(),
                check.location());
    }

    /** The same finding about another subject: a part of the check's own. */
    public Finding about(String part) {
        return new Finding(check, part, verdict, message, help, expected, observed, examined, evidence, role, location);
    }

    /** The same, stated elsewhere. */
    public Finding at(Location where) {
        return new Finding(check, subject, verdict, message, help, expected, observed, examined, evidence, role, where);
    }

    /** The same finding with another verdict. */
    public Finding as(Verdict other) {
        return new Finding(
                check, subject, other, message, help, expected, observed, examined, evidence, role, location);
    }

    /** The same finding with lines of evidence. */
    public Finding with(List<String> lines) {
        return new Finding(check, subject, verdict, message, help, expected, observed, examined, lines, role, location);
    }

    /** The same finding, tried as a role. */
    public Finding as(String tried) {
        return new Finding(
                check, subject, verdict, message, help, expected, observed, examined, evidence, tried, location);
    }
}
