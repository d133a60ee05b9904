package org.pgassay.postgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The queries that read a catalog, each an {@code .sql} resource, in the order in which they are sent.
 *
 * <p>Parts come before what they are parts of, so that a table can be made whole as soon as its row arrives.
 */
enum CatalogQuery {
    SETTINGS,
    SCHEMAS,
    EXTENSIONS,
    GRANTS,
    DEFAULT_PRIVILEGES,
    NAMESPACES,
    COLUMNS,
    CONSTRAINTS,
    INDEX_KEYS,
    INDEXES,
    TRIGGERS,
    POLICIES,
    RULES,
    TABLES,
    VIEWS,
    SEQUENCES,
    ROUTINES,
    TYPES,
    OBJECTS;

    private static final String PARAMETER = "$schemas";

    /** The resource's name, beside which no other resource lies. */
    String resource() {
        return name().toLowerCase(Locale.ROOT) + ".sql";
    }

    /** The query's text; its parameter is {@code $schemas}, an array of text, or it has none. */
    String sql() {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(resource())) {
            if (in == null) {
                throw new IllegalStateException("pgAssay's own query " + resource() + " is missing from its jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the query takes the schemas as its parameter. */
    boolean takesSchemas() {
        return this != SETTINGS && this != EXTENSIONS && this != DEFAULT_PRIVILEGES;
    }

    /** All queries as one text for JDBC, so that a whole catalog takes one round trip to the server. */
    static String script() {
        return Arrays.stream(values())
                .map(query -> query.sql().replace(PARAMETER, "?").strip())
                .collect(Collectors.joining(";\n"));
    }
}
