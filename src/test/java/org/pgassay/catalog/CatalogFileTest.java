package org.pgassay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.CatalogFile.Verdict;
import org.pgassay.generate.GeneratedSchema;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What is written is read back, and what was changed is refused. */
class CatalogFileTest {

    private static final List<String> SCHEMAS = List.of("public", "Odd \"schema\"");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void oneOfEverythingIsReadBackAsItWas(int major) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(major)) {
            Catalog catalog = CatalogReader.read(database.connection(), SCHEMAS);
            CatalogFile file = file(catalog, Verdict.VERIFIED, null);

            CatalogFile read = CatalogFile.read(file.text(), "it");

            assertThat(read).isEqualTo(file);
            assertThat(read.catalog().tables().get(0).owner()).isEqualTo("postgres");
            assertThat(read.catalog().extensions()).isNotEmpty().allSatisfy(extension -> assertThat(extension.version())
                    .isNotEmpty());
            assertThat(read.fingerprint()).isEqualTo(Fingerprint.of(catalog));
            assertThat(read.text()).isEqualTo(file.text()).endsWith("}\n").doesNotContain("\r");
        }
    }

    @Test
    void aSchemaOfOddNamesIsReadBackAsItWas(@TempDir Path folder) throws Exception {
        GeneratedSchema schema = SchemaGenerator.generate(7, 18);
        try (Migrated database = Migrated.by(schema.writeTo(folder), 18);
                Connection connection = database.open()) {
            List<String> others =
                    CatalogReader.read(connection, List.of("public")).otherSchemas();
            Catalog catalog = CatalogReader.read(connection, others);
            CatalogFile file = file(catalog, Verdict.INCOMPLETE, "only index/*");

            assertThat(CatalogFile.read(file.text(), "it")).isEqualTo(file);
            assertThat(CatalogFile.read(file.text().replace("\n", "\r\n"), "it"))
                    .as("line ends are no change")
                    .isEqualTo(file);
        }
    }

    @Test
    void onlyAWholeRunThatHoldsIsVerified() {
        assertThat(file(Catalog.empty(), Verdict.VERIFIED, null).verified()).isTrue();
        assertThat(file(Catalog.empty(), Verdict.VERIFIED, "only index/*").verified())
                .isFalse();
        for (Verdict verdict : List.of(Verdict.REJECTED, Verdict.INCOMPLETE, Verdict.ERRORED)) {
            assertThat(file(Catalog.empty(), verdict, null).verified()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type" : "text"           | "type" : "varchar"       | its catalog has the fingerprint sha256:
            "name" : "note"           | "name" : "notes"         | its catalog has the fingerprint sha256:
            "notNull" : false         | "notNull" : true         | its catalog has the fingerprint sha256:
            "fingerprint" : "sha256:  | "fingerprint" : "sha256:0 | and it says sha256:0
            "owner" : "me"            | "owner" : "you"          | its digest does not match
            "version" : "1.3"         | "version" : "1.4"        | its digest does not match
            "verdict" : "REJECTED"    | "verdict" : "VERIFIED"   | its digest does not match
            "selection" : "only a"    | "selection" : null       | its digest does not match
            "postgresMajor" : 18      | "postgresMajor" : 17     | its digest does not match
            "spec" : "shop"           | "spec" : "shops"         | its digest does not match
            "digest" : "sha256:       | "digest" : "sha256:0     | its digest does not match
            "formatVersion" : 1       | "formatVersion" : 2      | has the format version 2; this pgAssay knows 1
            "formatVersion" : 1       | "formatVersion" : "1"    | has the format version 1; this pgAssay knows 1
            pgassay-fingerprint       | something-else           | is no fingerprint file
            "unlogged" : false        | "unlogged" : "false"     | has another form
            "unlogged" : false        | "unlogged" : null        | has another form
            "unlogged" : false        | "unloged" : false        | has another form
            "tables" :                | "tables" : null, "x" :   | has another form
            "kind" : "TABLE"          | "kind" : "CHAIR"         | has another form
            "kind" : "TABLE"          | "kind" : 0               | has another form
            "schemas" : [             | "schemas" : [ null,       | has another form
            "title" : "Shop"          | "title" : null           | has another form
            "title" : "Shop"          | "title" : "a", "title" : "b" | is not JSON that can be read: line
            "title" : "Shop"          | "title" "Shop"           | is not JSON that can be read: line 5
            """)
    void whatWasChangedIsRefused(String was, String is, String message) {
        String text = file(small(), Verdict.REJECTED, "only a").text();
        assertThat(text).contains(was);

        String changed = text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is));

        assertThatThrownBy(() -> CatalogFile.read(changed, "a/fingerprint.json"))
                .isInstanceOf(CatalogFileException.class)
                .hasMessageStartingWith("a/fingerprint.json ")
                .hasMessageContaining(message)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{}", "PGDMP", "{\"format\": \"pgassay-fingerprint\"}", "{} {}"})
    void whatIsNoFileIsRefused(String text) {
        assertThatThrownBy(() -> CatalogFile.read(text, "it")).isInstanceOf(CatalogFileException.class);
    }

    @Test
    void whatIsCutShortOrContinuedIsRefused() {
        String text = file(small(), Verdict.VERIFIED, null).text();

        assertThatThrownBy(() -> CatalogFile.read(text.substring(0, text.length() / 2), "it"))
                .isInstanceOf(CatalogFileException.class)
                .hasMessageContaining("is not JSON that can be read");
        assertThatThrownBy(() -> CatalogFile.read(text + "{}", "it"))
                .isInstanceOf(CatalogFileException.class)
                .hasMessageContaining("is not JSON that can be read");
    }

    @Test
    void aFileSaysThatItIsOne() {
        assertThat(CatalogFile.isOne(file(small(), Verdict.VERIFIED, null).text())).isTrue();
        for (String text : List.of("", "create table t ()", "{}", "[1]", "{\"format\": 7}", "jdbc:postgresql://x/y")) {
            assertThat(CatalogFile.isOne(text)).as(text).isFalse();
        }
    }

    private static Catalog small() {
        Column column = new Column(
                "note",
                "text",
                null,
                false,
                null,
                Column.Identity.NONE,
                Column.Generated.NONE,
                false,
                ColumnSettings.NONE,
                List.of(new Grant("PUBLIC", "SELECT", false)),
                null);
        Table table = new Table(
                new QualifiedName("public", "t"),
                Table.Kind.TABLE,
                "me",
                false,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(column),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableSettings.NONE,
                List.of(),
                null);
        return new Catalog(
                List.of("public"),
                List.of(table),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Extension("pgcrypto", "1.3", "public")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static CatalogFile file(Catalog catalog, Verdict verdict, @Nullable String selection) {
        return new CatalogFile("shop", "Shop", verdict, selection, List.of("public"), 18, "18.6", "0.1", catalog);
    }
}
