package org.pgassay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.ddl.DdlStatement;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Exemption;
import org.pgassay.diff.Figures;
import org.pgassay.diff.Rename;

/** Renders a comparison as JSON, whose form {@code docs/diff.md} states. */
public final class DiffJson {

    /** The version of the form: raised when a key changes its meaning or goes; not when one is added. */
    public static final int SCHEMA_VERSION = 1;

    private DiffJson() {}

    /**
     * The comparison as JSON, with LF line ends and one at the end.
     *
     * @param sql what would bring the right side to the left one; null where that was not asked for
     */
    public static String render(Delta delta, @Nullable List<DdlStatement> sql) {
        return Json.document(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            body(json, delta);
            if (sql != null) {
                json.writeArrayFieldStart("sql");
                for (DdlStatement statement : sql) {
                    json.writeStartObject();
                    json.writeStringField("sql", statement.sql());
                    json.writeStringField("kind", statement.kind().word());
                    json.writeStringField("object", statement.object());
                    json.writeStringField("danger", DiffSql.word(statement.danger()));
                    json.writeStringField("note", statement.note());
                    json.writeBooleanField("transactional", statement.transactional());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    /** The keys of a comparison, into an object that is open. */
    static void body(JsonGenerator json, Delta delta) throws IOException {
        Comparison comparison = delta.comparison();
        String home = comparison.home();
        BigDecimal minimum = delta.minimum();
        json.writeStringField("outcome", delta.outcome().name());
        if (minimum == null) {
            json.writeNullField("minimum");
        } else {
            json.writeNumberField("minimum", minimum);
        }
        json.writeStringField("extra", delta.extraAllowed() ? "allowed" : "counted");
        json.writeStringField("left", comparison.left());
        json.writeStringField("right", comparison.right());
        json.writeObjectFieldStart("total");
        figures(json, comparison.total(), delta);
        json.writeEndObject();
        json.writeObjectFieldStart("byKind");
        for (Map.Entry<ObjectKind, Figures> kind : comparison.byKind().entrySet()) {
            json.writeObjectFieldStart(kind.getKey().plural());
            figures(json, kind.getValue(), delta);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("changes");
        for (Change change : comparison.changes()) {
            json.writeStartObject();
            change(json, change, home);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("renames");
        for (Rename rename : comparison.renames()) {
            json.writeStartObject();
            json.writeStringField("from", rename.from().object(home));
            json.writeStringField("to", rename.to().object(home));
            json.writeNumberField("likeness", rename.likeness());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ignored");
        for (Comparison.Ignored ignored : comparison.ignored()) {
            json.writeStartObject();
            change(json, ignored.change(), home);
            json.writeStringField("pattern", ignored.exemption().written());
            json.writeStringField("reason", ignored.exemption().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ignoredForNothing");
        for (Exemption exemption : comparison.needless()) {
            json.writeString(exemption.written());
        }
        json.writeEndArray();
        strings(json, "unseen", comparison.unseen());
        strings(json, "notes", comparison.notes());
    }

    private static void figures(JsonGenerator json, Figures figures, Delta delta) throws IOException {
        json.writeNumberField("alike", figures.alike());
        json.writeNumberField("changed", figures.changed());
        json.writeNumberField("onlyLeft", figures.removed());
        json.writeNumberField("onlyRight", figures.added());
        Optional<BigDecimal> parity = delta.counted(figures).parity();
        if (parity.isPresent()) {
            json.writeNumberField("parity", parity.get());
        } else {
            json.writeNullField("parity");
        }
    }

    private static void change(JsonGenerator json, Change change, String home) throws IOException {
        json.writeStringField("kind", change.kind().word());
        json.writeStringField(
                "name", change.object(home).substring(change.kind().word().length() + 1));
        json.writeStringField(
                "difference",
                switch (change.sort()) {
                    case ADDED -> "onlyRight";
                    case REMOVED -> "onlyLeft";
                    case CHANGED -> "changed";
                });
        json.writeArrayFieldStart("attributes");
        for (Attribute attribute : change.attributes()) {
            json.writeStartObject();
            json.writeStringField("name", attribute.name());
            json.writeStringField("left", attribute.left());
            json.writeStringField("right", attribute.right());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
