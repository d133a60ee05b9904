package org.pgassay.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of {@code fingerprint.json}: a catalog as a run found it, with its fingerprint and what the run said of it.
 *
 * <p>Unlike the {@link Fingerprint} it holds the owners and the versions of extensions too. Equal files have equal texts.
 * A text that was changed by hand is refused: the fingerprint holds the schema together, the digest all the rest. Whoever
 * means to deceive can compute both anew; that is what signing a report is for.
 *
 * @param spec the id of the spec
 * @param title the spec's title
 * @param verdict what the run came to
 * @param selection which part of the spec's checks was run, in words; null for all of them
 * @param schemas the schemas that the spec speaks of, in its order, whether they exist or not
 * @param postgresMajor the major version of the server that the catalog was read on
 * @param postgresVersion its whole version
 * @param pgAssay the version of pgAssay that read it
 */
public record CatalogFile(
        String spec,
        String title,
        Verdict verdict,
        @Nullable String selection,
        List<String> schemas,
        int postgresMajor,
        String postgresVersion,
        String pgAssay,
        Catalog catalog) {

    /** The name of the file, beside {@code report.json}. */
    public static final String NAME = "fingerprint.json";

    private static final String FORMAT = "pgassay-fingerprint";

    private static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    // The line's end must not depend on the platform.
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter(" ", "\n"))
            .withArrayIndenter(new DefaultIndenter(" ", "\n")));

    /** The verdict over a run. */
    public enum Verdict {
        VERIFIED,
        REJECTED,
        INCOMPLETE,
        ERRORED
    }

    /** What stands in the file, in its order. */
    private record Document(
            String format,
            int formatVersion,
            String spec,
            String title,
            Verdict verdict,
            @Nullable String selection,
            List<String> schemas,
            int postgresMajor,
            String postgresVersion,
            String pgAssay,
            String fingerprint,
            String digest,
            Catalog catalog) {

        /** JSON has a null where Java must have none. */
        private Document {
            schemas = List.copyOf(schemas);
            Stream.of(spec, title, verdict, postgresVersion, pgAssay, fingerprint, digest, catalog)
                    .forEach(Objects::requireNonNull);
        }

        private CatalogFile file() {
            return new CatalogFile(
                    spec, title, verdict, selection, schemas, postgresMajor, postgresVersion, pgAssay, catalog);
        }
    }

    /** Copies the list. */
    public CatalogFile {
        schemas = List.copyOf(schemas);
    }

    /** The fingerprint of the catalog. */
    public String fingerprint() {
        return Fingerprint.of(catalog);
    }

    /** Whether everything that the spec states was tried on this schema, and holds or is waived. */
    public boolean verified() {
        return verdict == Verdict.VERIFIED && selection == null;
    }

    /** The file's text: JSON with LF line ends, to be written as UTF-8. */
    public String text() {
        try {
            return WRITER.writeValueAsString(document(digest())) + "\n";
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    private Document document(String digest) {
        return new Document(
                FORMAT,
                VERSION,
                spec,
                title,
                verdict,
                selection,
                schemas,
                postgresMajor,
                postgresVersion,
                pgAssay,
                fingerprint(),
                digest,
                catalog);
    }

    /** Of the values, not of the text: a tool that changes line ends or the indent does no harm. */
    private String digest() {
        try {
            return Digest.named(MAPPER.writeValueAsString(document("")));
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(JsonProcessingException e) {
        return new IllegalStateException("The catalog cannot be written as JSON. Report this.", e);
    }

    /** Whether a text says of itself that it is such a file. */
    public static boolean isOne(String text) {
        try {
            return FORMAT.equals(MAPPER.readTree(text).path("format").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /**
     * Reads a file's text.
     *
     * @param name what to call the file in messages
     * @throws CatalogFileException if it is no such file, of a format that this pgAssay does not know, or was changed
     */
    public static CatalogFile read(String text, String name) {
        Document document = bound(tree(text, name), name);
        CatalogFile file = document.file();
        String computed = file.fingerprint();
        if (!computed.equals(document.fingerprint())) {
            throw new CatalogFileException(name + " is not as pgAssay wrote it: its catalog has the fingerprint " + computed
                    + ", and it says " + document.fingerprint()
                    + ". Take the file that the run wrote, or verify again.");
        }
        if (!file.digest().equals(document.digest())) {
            throw new CatalogFileException(name + " is not as pgAssay wrote it: its digest does not match its content, so"
                    + " that its verdict, its versions or its owners may have been changed. Take the file that the run"
                    + " wrote, or verify again.");
        }
        return file;
    }

    private static JsonNode tree(String text, String name) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CatalogFileException(name + " is not JSON that can be read: " + place(e) + e.getOriginalMessage()
                    + ". Take the file that the run wrote, or verify again.");
        }
        if (!FORMAT.equals(tree.path("format").asText())) {
            throw new CatalogFileException(name + " is no fingerprint file: it has no format " + FORMAT
                    + ". Name the " + NAME + " that pgassay verify wrote beside report.json.");
        }
        JsonNode version = tree.path("formatVersion");
        if (!version.isInt() || version.asInt() != VERSION) {
            throw new CatalogFileException(name + " has the format version " + version.asText("none")
                    + "; this pgAssay knows " + VERSION + ". Use the pgAssay that wrote it ("
                    + tree.path("pgAssay").asText("unknown") + "), or verify again.");
        }
        return tree;
    }

    private static Document bound(JsonNode tree, String name) {
        try {
            return MAPPER.treeToValue(tree, Document.class);
        } catch (JsonProcessingException e) {
            throw new CatalogFileException(name + " has another form than this pgAssay writes: "
                    + e.getOriginalMessage().lines().findFirst().orElse("no reason given")
                    + ". Use the pgAssay that wrote it (" + tree.path("pgAssay").asText("unknown")
                    + "), or verify again.");
        }
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
