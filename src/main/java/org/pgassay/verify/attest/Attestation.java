package org.pgassay.verify.attest;

import java.util.List;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Change;

/**
 * What came of holding a database to a verified schema.
 *
 * @param verified the schema that was verified
 * @param live the database
 * @param drift what it has otherwise
 * @param byVersion what PostgreSQL itself does or prints otherwise there, being of another version or having read a dump: no drift
 * @param unseen what its login may not see, in sentences
 * @param notes what else a reader must know
 */
public record Attestation(
        CatalogFile verified,
        Live live,
        List<Change> drift,
        List<Change> byVersion,
        List<String> unseen,
        List<String> notes) {

    /** Copies the lists. */
    public Attestation {
        drift = List.copyOf(drift);
        byVersion = List.copyOf(byVersion);
        unseen = List.copyOf(unseen);
        notes = List.copyOf(notes);
    }

    /**
     * A database as it was read.
     *
     * @param address host, port and database
     * @param login the role that read it
     * @param version of the server
     * @param major the same as a number
     * @param fingerprint of what the login sees in the schemas that were verified
     */
    public record Live(String address, String login, String version, int major, String fingerprint) {}

    /** What it comes to. */
    public enum Outcome {
        /** The database has the schema that was verified. */
        NO_DRIFT,
        /** It has another one. */
        DRIFT,
        /** No drift was found, and not everything could be seen. */
        UNSEEN
    }

    /** What it comes to. */
    public Outcome outcome() {
        if (!drift.isEmpty()) {
            return Outcome.DRIFT;
        }
        return unseen.isEmpty() ? Outcome.NO_DRIFT : Outcome.UNSEEN;
    }

    /** One line for each drift, from what was verified to what the database has. */
    public List<String> driftLines() {
        return new Difference(drift).lines(home());
    }

    /** One line for each difference that PostgreSQL makes by itself. */
    public List<String> versionLines() {
        return new Difference(byVersion).lines(home());
    }

    /** The schema whose objects are named without it. */
    public String home() {
        return verified.schemas().isEmpty() ? "public" : verified.schemas().get(0);
    }
}
