package org.pgassay.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The identity of a schema: equal for equal schemas, whatever the server, the order of creation and the owner.
 *
 * <p>It covers every component of the catalog's records but three:
 *
 * <ul>
 *   <li>the owners, because environments name their roles differently, and what a schema is does not depend on them;
 *   <li>the schemas that it was not asked for;
 *   <li>the versions of extensions, because they come with the server and not with the migrations.
 * </ul>
 *
 * <p>The server's version is no part of a catalog. Two versions of PostgreSQL give one fingerprint wherever they print
 * expressions and definitions alike, and initdb set privileges alike: PostgreSQL 14 lets everybody create in the schema
 * {@code public}, unless a migration revokes it.
 */
public final class Fingerprint {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .addMixIn(Table.class, WithoutOwner.class)
            .addMixIn(View.class, WithoutOwner.class)
            .addMixIn(Sequence.class, WithoutOwner.class)
            .addMixIn(Routine.class, WithoutOwner.class)
            .addMixIn(UserType.class, WithoutOwner.class)
            .addMixIn(Namespace.class, WithoutOwner.class)
            .addMixIn(DatabaseObject.class, WithoutOwner.class)
            .addMixIn(Catalog.class, WithoutOtherSchemas.class)
            .addMixIn(Extension.class, WithoutVersion.class)
            .build();

    // One value a line, so that two files can be compared by eye; the line's end must not depend on the platform.
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Fingerprint() {}

    /** The fingerprint as {@code sha256:} and 64 hexadecimal digits. */
    public static String of(Catalog catalog) {
        return Digest.named(canonicalJson(catalog));
    }

    /** The JSON that is hashed: keys sorted, names with their schema, owners and extension versions left out. */
    public static String canonicalJson(Catalog catalog) {
        try {
            return WRITER.writeValueAsString(catalog);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The catalog cannot be written as JSON. Report this.", e);
        }
    }

    /** The texts in it: names, definitions, expressions, comments. */
    public static Stream<String> texts(Catalog catalog) {
        return texts(tree(catalog));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(Fingerprint::texts);
    }

    /** The same as a tree, for comparing two catalogs object by object. */
    static JsonNode tree(Catalog catalog) {
        return MAPPER.valueToTree(catalog);
    }

    @JsonIgnoreProperties("owner")
    private interface WithoutOwner {}

    @JsonIgnoreProperties("otherSchemas")
    private interface WithoutOtherSchemas {}

    @JsonIgnoreProperties("version")
    private interface WithoutVersion {}
}
