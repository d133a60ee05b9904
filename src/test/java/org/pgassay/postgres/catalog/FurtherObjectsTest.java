package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** Reads privileges, settings, rules and the kinds of object without a record of their own. */
class FurtherObjectsTest {

    private static final List<String> SCHEMAS = List.of("app", "public");
    private static final Grant READER = new Grant("further_reader", "ALL", false);

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsWhatIsThere(int major) throws SQLException {
        try (ScratchDatabase database = further(major)) {
            Catalog catalog = CatalogReader.read(database.connection(), SCHEMAS);
            Table kept = catalog.table(new QualifiedName("app", "kept")).orElseThrow();

            assertThat(kept.grants())
                    .containsExactly(
                            new Grant("PUBLIC", "INSERT", false), new Grant("PUBLIC", "SELECT", false), READER);
            assertThat(kept.column("note").orElseThrow().grants())
                    .containsExactly(new Grant("further_reader", "UPDATE", true));
            assertThat(catalog.table(new QualifiedName("app", "locked"))
                            .orElseThrow()
                            .grants())
                    .containsExactly(new Grant("postgres", Grant.NONE, false));
            assertThat(kept.column("id").orElseThrow().settings().identityOptions())
                    .isEqualTo("START WITH 100 INCREMENT BY 10 CACHE 5");
            assertThat(kept.rules().get(0).definition())
                    .isEqualTo("ON DELETE TO app.kept\n   WHERE (old.plain > 0) DO INSTEAD NOTHING");
            assertThat(kept.settings().options()).containsExactly("fillfactor=70", "toast.autovacuum_enabled=false");
            assertThat(kept.settings().replicaIdentity()).isEqualTo("USING INDEX ix_kept");
            assertThat(catalog.otherSchemas()).containsExactly("elsewhere");
            assertThat(catalog.objects().stream()
                            .map(each -> each.kind() + " | " + each.schema() + " | " + each.name() + " | "
                                    + each.definition()))
                    .containsExactlyElementsOf(lines("further.txt"));
            assertThat(Fingerprint.canonicalJson(catalog)).doesNotContain("very secret");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void isTheSameOnEveryVersion(int major) throws SQLException {
        try (ScratchDatabase oldest = further(14);
                ScratchDatabase newer = further(major)) {
            assertThat(Fingerprint.canonicalJson(CatalogReader.read(newer.connection(), SCHEMAS)))
                    .isEqualTo(Fingerprint.canonicalJson(CatalogReader.read(oldest.connection(), SCHEMAS)));
        }
    }

    @Test
    void showsEveryKindOfChange() throws SQLException {
        try (ScratchDatabase database = further(18)) {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            Map<Catalog, String> seen = new HashMap<>();
            seen.put(CatalogReader.readWithin(connection, SCHEMAS), "no change");
            for (String change : lines("further-changes.sql")) {
                var before = connection.setSavepoint();
                database.run(change);
                Catalog catalog = CatalogReader.readWithin(connection, SCHEMAS);
                connection.rollback(before);

                assertThat(seen.put(catalog, change)).as(change).isNull();
            }
        }
    }

    private static ScratchDatabase further(int major) throws SQLException {
        return ScratchDatabase.on(major)
                .run("do $$ begin create role further_reader; exception when duplicate_object then end $$")
                .run(text("further.sql"));
    }

    private static List<String> lines(String resource) {
        return text(resource).lines().filter(line -> !line.startsWith("--")).toList();
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(FurtherObjectsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
