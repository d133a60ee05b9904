package org.pgassay.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schema (2020-12) of the whole spec language, put together from the core and the families' sections. */
public final class SpecSchema {

    private static final String CORE = "/org/pgassay/spec/spec.schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode schema;

    /** Puts the schema together; a section's key replaces the core's mere mention of it. */
    public SpecSchema(List<Section> sections) {
        schema = load(CORE);
        for (Section section : sections) {
            ObjectNode fragment = load(section.schema());
            merge(fragment, "properties");
            merge(fragment, "$defs");
        }
    }

    private void merge(ObjectNode fragment, String key) {
        ((ObjectNode) schema.path(key)).setAll((ObjectNode) fragment.path(key));
    }

    private static ObjectNode load(String resource) {
        try (InputStream stream = SpecSchema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the class path");
            }
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
        }
    }

    /** The schema as a tree. */
    JsonNode tree() {
        return schema;
    }

    /** The schema as indented JSON, ending with a line break. */
    public String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(schema)
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema cannot be printed", e);
        }
    }
}
