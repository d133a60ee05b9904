package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.verify.attest.Attestation;

/** Renders an attestation as JSON, whose form {@code docs/attest.md} states. */
public final class AttestJson {

    /** The version of the form: raised when a key changes its meaning or goes; not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private AttestJson() {}

    /** The attestation as JSON, with LF line ends and one at the end. */
    public static String render(Attestation attestation) {
        return Json.document(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("outcome", attestation.outcome().name());
            verified(json, attestation.verified());
            live(json, attestation.live());
            changes(json, "drift", attestation.drift(), attestation);
            changes(json, "byVersion", attestation.byVersion(), attestation);
            strings(json, "unseen", attestation.unseen());
            strings(json, "notes", attestation.notes());
            json.writeEndObject();
        });
    }

    private static void verified(JsonGenerator json, CatalogFile file) throws IOException {
        json.writeObjectFieldStart("verified");
        json.writeStringField("spec", file.spec());
        json.writeStringField("title", file.title());
        json.writeStringField("verdict", file.verdict().name());
        json.writeStringField("selection", file.selection());
        json.writeStringField("postgres", file.postgresVersion());
        strings(json, "schemas", file.schemas());
        json.writeStringField("fingerprint", file.fingerprint());
        json.writeEndObject();
    }

    private static void live(JsonGenerator json, Attestation.Live live) throws IOException {
        json.writeObjectFieldStart("database");
        json.writeStringField("address", live.address());
        json.writeStringField("login", live.login());
        json.writeStringField("postgres", live.version());
        json.writeStringField("fingerprint", live.fingerprint());
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, String name, List<Change> changes, Attestation attestation)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringField("kind", change.kind().word());
            json.writeStringField(
                    "name",
                    change.object(attestation.home())
                            .substring(change.kind().word().length() + 1));
            json.writeStringField("change", change.sort().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("attributes");
            for (Attribute attribute : change.attributes()) {
                json.writeStartObject();
                json.writeStringField("name", attribute.name());
                json.writeStringField("verified", attribute.left());
                json.writeStringField("database", attribute.right());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
