package org.pgassay.report;

import java.util.List;
import org.pgassay.report.view.Legible;
import org.pgassay.verify.attest.Attestation;
import org.pgassay.verify.attest.Attestation.Live;

/** Renders an attestation as plain text, for the terminal. */
public final class AttestText {

    private AttestText() {}

    /** The attestation as text, with LF line ends. */
    public static String render(Attestation attestation) {
        StringBuilder out = new StringBuilder();
        Live live = attestation.live();
        out.append(headline(attestation)).append('\n');
        pair(
                "verified",
                attestation.verified().fingerprint(),
                attestation.verified().postgresVersion(),
                out);
        pair("database", live.fingerprint(), live.version(), out);
        out.append("   read as   ")
                .append(Legible.line(live.login() + " at " + live.address()))
                .append('\n');
        list("Drift, from what was verified to what the database has:", attestation.driftLines(), out);
        list("PostgreSQL does or prints this otherwise by itself, which is no drift:", attestation.versionLines(), out);
        list("Could not be seen, and was not compared:", attestation.unseen(), out);
        list("Note:", attestation.notes(), out);
        return out.toString();
    }

    private static void pair(String what, String fingerprint, String version, StringBuilder out) {
        out.append("   ")
                .append(what)
                .append("  ")
                .append(fingerprint)
                .append("  PostgreSQL ")
                .append(version)
                .append('\n');
    }

    private static String headline(Attestation attestation) {
        String schema = Legible.line(attestation.verified().title()) + " ("
                + Legible.line(attestation.verified().spec()) + ")";
        return switch (attestation.outcome()) {
            case NO_DRIFT ->
                attestation.verified().verified()
                        ? "NO DRIFT  " + schema + ": the database has the schema that was verified."
                        : "NO DRIFT  " + schema + ": the database has the same schema; it was not verified.";
            case DRIFT -> {
                int count = attestation.drift().size();
                yield "DRIFT  " + schema + ": " + count + (count == 1 ? " object differs." : " objects differ.");
            }
            case UNSEEN ->
                "NOT KNOWN  " + schema + ": what the login can see has not drifted, and it cannot see everything.";
        };
    }

    private static void list(String title, List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append('\n').append(title).append('\n');
            lines.forEach(line -> out.append("   ").append(Legible.line(line)).append('\n'));
        }
    }
}
