package org.pgassay.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.verify.ThirdPartySchemas;

/** What is made from a catalog has that catalog again. */
class SchemaSqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"kontali-erp", "nabavkidata", "superinsight", "kontali-erp-alembic"})
    void aSystemIsMadeAgain(String system, @TempDir Path folder) throws Exception {
        List<String> problems = again(Systems.migrations(system, folder), 18, 18, "kontali_app");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 18", "2, 18", "3, 14"})
    void aRandomSchemaIsMadeAgain(long seed, int major, @TempDir Path folder) throws Exception {
        assertThat(again(SchemaGenerator.generate(seed, major).writeTo(folder), major, major))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void aThirdPartySchemaIsMadeAgain(ThirdPartySchemas schema, @TempDir Path folder) throws Exception {
        assertThat(again(schema.writeTo(folder), 18, 18)).isEmpty();
    }

    /** A schema of the oldest version is made on the newest one. */
    @Test
    void anOldSchemaIsMadeOnTheNewestVersion(@TempDir Path folder) throws Exception {
        assertThat(onNewest(Systems.migrations("kontali-erp", folder), "kontali_app"))
                .isEmpty();
    }

    /**
     * What differs between a schema that was made from the oldest version's catalog on the newest one, and the one that its
     * migrations make there. PostgreSQL 14 lets everybody create in the schema public, and later versions do not: that is
     * carried over; and it knows no privilege MAINTAIN.
     */
    private static List<String> onNewest(Path migrations, String... roles) throws Exception {
        try (Migrated old = Migrated.by(migrations, 14, roles);
                Connection source = old.open();
                Migrated own = Migrated.by(migrations, 18, roles);
                Connection wanted = own.open();
                Databases databases = withRoles(source, 18);
                Connection empty = databases.create(null).open()) {
            Catalog catalog = Applied.withoutSecrets(Applied.catalog(source));
            List<String> problems = new ArrayList<>(Applied.run(SchemaSql.create(catalog), empty));
            List<Difference.Change> changes =
                    Difference.of(Applied.withoutSecrets(Applied.catalog(wanted)), Applied.catalog(empty))
                            .changes()
                            .stream()
                            .filter(change -> !isMaintainOnly(change))
                            .toList();
            new Difference(changes)
                    .lines("public").stream()
                            .filter(line -> !line.startsWith("schema public has another grants"))
                            .forEach(problems::add);
            return problems;
        }
    }

    /** The privilege came with PostgreSQL 17: nobody can have been granted it on an older version. */
    private static boolean isMaintainOnly(Difference.Change change) {
        return !change.attributes().isEmpty()
                && change.attributes().stream()
                        .allMatch(each -> each.name().equals("grants")
                                && withoutMaintain(each.left()).equals(withoutMaintain(each.right())));
    }

    private static List<String> withoutMaintain(String grants) {
        return Stream.of(grants.split(", ", -1))
                .filter(grant -> !grant.startsWith("MAINTAIN to "))
                .toList();
    }

    @Test
    @Tag("long")
    void oldRandomSchemasAreMadeOnTheNewestVersion(@TempDir Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        for (long seed = 1; seed <= Long.getLong("pgassay.seeds", 10); seed++) {
            problems.addAll(onNewest(SchemaGenerator.generate(seed, 14).writeTo(folder.resolve("" + seed))));
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void manyRandomSchemasAreMadeAgain(int major, @TempDir Path folder) throws Exception {
        List<String> problems = new ArrayList<>();
        for (long seed = 1; seed <= Long.getLong("pgassay.seeds", 30); seed++) {
            problems.addAll(
                    again(SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed)), major, major));
        }
        assertThat(problems).isEmpty();
    }

    /** A place for databases where the roles are that are on the server of another one. */
    private static Databases withRoles(Connection source, int target) throws Exception {
        Databases databases = new Databases(TestServers.shared(target));
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select rolname from pg_catalog.pg_roles where rolname !~ '^pg_' and not rolsuper")) {
            while (rows.next()) {
                databases.ensureRole(rows.getString(1));
            }
        }
        return databases;
    }

    /** What was refused, and what became another than it was. */
    private static List<String> again(Path migrations, int major, int target, String... roles) throws Exception {
        try (Migrated migrated = Migrated.by(migrations, major, roles);
                Connection source = migrated.open();
                Databases databases = withRoles(source, target);
                Connection empty = databases.create(null).open()) {
            Catalog catalog = Applied.withoutSecrets(Applied.catalog(source));
            List<String> problems = new ArrayList<>(Applied.run(SchemaSql.create(catalog), empty));
            Catalog made = Applied.catalog(empty);
            problems.addAll(Difference.of(catalog, made).lines("public"));
            assertThat(Fingerprint.of(made).equals(Fingerprint.of(catalog)))
                    .isEqualTo(Difference.of(catalog, made).isEmpty());
            return problems.stream()
                    .map(each -> migrations.getFileName() + ": " + each)
                    .toList();
        }
    }
}
