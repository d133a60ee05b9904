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
        Location location) {

    /** Copies the list. */
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
