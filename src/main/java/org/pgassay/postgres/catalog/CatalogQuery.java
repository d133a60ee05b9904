package org.pgassay.postgres.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queries that read a catalog, each an {@code .sql} resource, in the order in which they are sent.
 *
 * <p>Parts come before what they are parts of, so that a table can be made whole as soon as its row arrives.
 */
enum CatalogQuery {
    SETTINGS,
    GRANTS,
    DEFAULT_PRIVILEGES,
    SCHEMAS,
    OTHER_SCHEMAS,
    EXTENSIONS,
    COLUMNS,
    CONSTRAINTS,
    INDEX_KEYS,
    INDEXES,
    TRIGGERS,
    POLICIES,
    RULES,
    TABLE_SETTINGS,
    TABLES,
    VIEWS,
    SEQUENCES,
    ROUTINES,
    TYPES,
    COLLATIONS,
    STATISTICS,
    EVENT_TRIGGERS,
    PUBLICATIONS,
    FOREIGN_SERVERS,
    OPERATORS,
    OPERATOR_CLASSES,
    OPERATOR_FAMILIES,
    CASTS,
    CONVERSIONS,
    TEXT_SEARCH_CONFIGURATIONS,
    TEXT_SEARCH_DICTIONARIES,
    TEXT_SEARCH_PARSERS,
    TEXT_SEARCH_TEMPLATES,
    BASE_TYPES,
    FOREIGN_DATA_WRAPPERS,
    USER_MAPPINGS,
    LANGUAGES,
    TRANSFORMS,
    ACCESS_METHODS,
    SUBSCRIPTIONS;

    /** Those that read what lives in no schema. */
    private static final Set<CatalogQuery> WITHOUT_SCHEMAS = EnumSet.of(
            SETTINGS,
            EXTENSIONS,
            EVENT_TRIGGERS,
            PUBLICATIONS,
            FOREIGN_SERVERS,
            CASTS,
            FOREIGN_DATA_WRAPPERS,
            USER_MAPPINGS,
            LANGUAGES,
            TRANSFORMS,
            ACCESS_METHODS,
            SUBSCRIPTIONS);

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
        return !WITHOUT_SCHEMAS.contains(this);
    }

    /** All queries as one text for JDBC, so that a whole catalog takes one round trip to the server. */
    static String script() {
        return Arrays.stream(values())
                .map(query -> query.sql().replace(PARAMETER, "?").strip())
                .collect(Collectors.joining(";\n"));
    }
}
