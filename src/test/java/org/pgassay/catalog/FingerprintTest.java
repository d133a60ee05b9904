package org.pgassay.catalog;

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
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

class FingerprintTest {

    private static final List<String> SCHEMAS = List.of("public", "Odd \"schema\"");

    private static final String TABLES = """
            create table a (id int primary key, note text);
            create table b (id int primary key, a int references a);
            create index ix_note on a (note);
            create index ix_a on b (a);
            create type mood as enum ('good', 'bad')""";

    private static final String TABLES_IN_ANOTHER_ORDER = """
            create type mood as enum ('good', 'bad');
            create table b (id int primary key, dropped int, a int);
            alter table b drop column dropped;
            create index ix_a on b (a);
            create table a (id int primary key, note text);
            alter table b add foreign key (a) references a;
            create index ix_note on a (note)""";

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void isTheSameOnEveryVersion(int major) throws SQLException {
        try (ScratchDatabase oldest = ScratchDatabase.withEverything(14);
                ScratchDatabase newer = ScratchDatabase.withEverything(major)) {
            Catalog expected = CatalogReader.read(oldest.connection(), SCHEMAS);
            Catalog actual = CatalogReader.read(newer.connection(), SCHEMAS);

            assertThat(Fingerprint.canonicalJson(actual)).isEqualTo(Fingerprint.canonicalJson(expected));
            assertThat(Fingerprint.of(actual)).matches("sha256:[0-9a-f]{64}").isEqualTo(Fingerprint.of(expected));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfCreationOrTheOwnerOrTheRun() throws SQLException {
        try (ScratchDatabase one = ScratchDatabase.on(18).run(TABLES);
                ScratchDatabase other = ScratchDatabase.on(18).run(TABLES_IN_ANOTHER_ORDER)) {
            String first = fingerprint(one);

            assertThat(fingerprint(one)).isEqualTo(first);
            assertThat(fingerprint(other)).isEqualTo(first);
            other.run("do $$ begin create role fingerprint_owner; exception when duplicate_object then end $$");
            other.run("alter table a owner to fingerprint_owner; alter type mood owner to fingerprint_owner");
            assertThat(fingerprint(other)).isEqualTo(first);
            other.run("drop owned by fingerprint_owner cascade; drop role fingerprint_owner");
        }
    }

    @Test
    void doesNotDependOnTheSessionsSettings() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            String first = fingerprint(database);
            database.run("""
                    set search_path = public; set timezone = 'Asia/Kolkata';
                    set intervalstyle = 'iso_8601'; set bytea_output = 'escape'; set quote_all_identifiers = on;
                    set extra_float_digits = -5; set standard_conforming_strings = off;
                    create temp table tasks (numeric int); create temp table "text" (x int)""");

            assertThat(fingerprint(database)).isEqualTo(first);
        }
    }

    @Test
    void changesWithEveryKindOfChange() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            Map<String, String> seen = new HashMap<>();
            seen.put(Fingerprint.of(CatalogReader.readWithin(connection, SCHEMAS)), "no change");
            for (String change : changes()) {
                var before = connection.setSavepoint();
                database.run(change);
                String fingerprint = Fingerprint.of(CatalogReader.readWithin(connection, SCHEMAS));
                connection.rollback(before);

                assertThat(seen.put(fingerprint, change)).as(change).isNull();
            }
            assertThat(seen).hasSizeGreaterThan(60);
        }
    }

    /** The changes of a resource, one a line. */
    private static List<String> changes() {
        try (InputStream in =
                Objects.requireNonNull(FingerprintTest.class.getResourceAsStream("changes.sql"), "changes.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(ScratchDatabase database) throws SQLException {
        return Fingerprint.of(CatalogReader.read(database.connection(), SCHEMAS));
    }
}
