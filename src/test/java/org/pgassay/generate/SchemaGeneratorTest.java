package org.pgassay.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator itself: what it makes is SQL that every version takes, and has something of everything. */
class SchemaGeneratorTest {

    /** One letter or word for each kind of object that the catalogs tell apart. */
    private static final String KINDS_FOUND = """
            select 'relation ' || relkind::text || relpersistence::text from pg_catalog.pg_class where oid >= 16384
            union select 'constraint ' || contype::text from pg_catalog.pg_constraint where oid >= 16384
            union select 'type ' || typtype::text from pg_catalog.pg_type where oid >= 16384
            union select 'routine ' || prokind::text || provolatile::text from pg_catalog.pg_proc where oid >= 16384
            union select 'index by ' || m.amname::text from pg_catalog.pg_class c join pg_catalog.pg_am m on m.oid = c.relam
              where c.relkind = 'i' and c.oid >= 16384
            union select 'on delete ' || confdeltype::text from pg_catalog.pg_constraint where contype = 'f'
            union select 'on update ' || confupdtype::text from pg_catalog.pg_constraint where contype = 'f'
            union select 'policy for ' || polcmd::text || polpermissive from pg_catalog.pg_policy
            union select 'trigger ' || tgenabled::text from pg_catalog.pg_trigger where not tgisinternal
            union select 'identity ' || attidentity::text from pg_catalog.pg_attribute where attrelid >= 16384
            union select 'storage ' || attstorage::text from pg_catalog.pg_attribute where attrelid >= 16384 and attnum > 0
            union select 'partitioned by ' || partstrat::text from pg_catalog.pg_partitioned_table
            union select 'replica identity ' || relreplident::text from pg_catalog.pg_class where oid >= 16384
            union select 'comment on ' || classoid::regclass from pg_catalog.pg_description where objoid >= 16384
            union select 'default privileges ' || defaclobjtype::text from pg_catalog.pg_default_acl
            """;

    private static final List<String> KINDS_EXPECTED = List.of(
            "relation rp",
            "relation ru",
            "relation ip",
            "relation Sp",
            "relation vp",
            "relation mp",
            "relation cp",
            "relation fp",
            "relation pp",
            "relation Ip",
            "relation tp",
            "constraint c",
            "constraint f",
            "constraint p",
            "constraint u",
            "constraint x",
            "constraint t",
            "type b",
            "type c",
            "type d",
            "type e",
            "type m",
            "type p",
            "type r",
            "routine fv",
            "routine fs",
            "routine fi",
            "routine pv",
            "routine ai",
            "index by btree",
            "index by hash",
            "index by gist",
            "index by gin",
            "index by brin",
            "index by spgist",
            "on delete a",
            "on delete r",
            "on delete c",
            "on delete n",
            "on delete d",
            "on update a",
            "on update r",
            "on update c",
            "on update n",
            "on update d",
            "policy for rtrue",
            "policy for atrue",
            "policy for wfalse",
            "policy for *true",
            "policy for *false",
            "trigger O",
            "trigger A",
            "trigger R",
            "trigger D",
            "identity a",
            "identity d",
            "storage p",
            "storage e",
            "storage m",
            "storage x",
            "partitioned by r",
            "partitioned by l",
            "partitioned by h",
            "replica identity d",
            "replica identity f",
            "replica identity n",
            "replica identity i",
            "comment on pg_class",
            "comment on pg_proc",
            "comment on pg_type",
            "comment on pg_constraint",
            "comment on pg_trigger",
            "comment on pg_policy",
            "comment on pg_rewrite",
            "comment on pg_namespace",
            "comment on pg_collation",
            "comment on pg_statistic_ext",
            "comment on pg_operator",
            "comment on pg_ts_config",
            "comment on pg_event_trigger",
            "comment on pg_publication",
            "comment on pg_foreign_server",
            "default privileges r",
            "default privileges S",
            "default privileges f",
            "default privileges T",
            "default privileges n");

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void migrationsApply(int major, @TempDir Path folder) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            Path migrations = SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed));
            Migrated.by(migrations, major).close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    @Tag("long")
    void migrationsOfManySeedsApplyAndHoldEveryKind(int major, @TempDir Path folder) throws Exception {
        Set<String> kinds = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        for (long seed = 1; seed <= 50; seed++) {
            Path migrations = SchemaGenerator.generate(seed, major).writeTo(folder.resolve("" + seed));
            try (Migrated migrated = Migrated.by(migrations, major);
                    Connection connection = migrated.open()) {
                kinds.addAll(kindsFound(connection));
            } catch (AssertionError e) {
                refused.add(e.getMessage());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(kinds).containsAll(KINDS_EXPECTED);
    }

    /** What was generated for the oldest version is a schema of the newest one too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void migrationsForTheOldestVersionApplyOnTheNewest(long seed, @TempDir Path folder) throws Exception {
        Migrated.by(SchemaGenerator.generate(seed, 14).writeTo(folder), 18).close();
    }

    @Test
    void theSameSeedMakesTheSameSchema() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(SchemaGenerator.generate(seed, 16)).isEqualTo(SchemaGenerator.generate(seed, 16));
        }
        assertThat(SchemaGenerator.generate(1, 16).files())
                .isNotEqualTo(SchemaGenerator.generate(2, 16).files());
    }

    @Test
    void everyFeatureOccursOverTheSeeds() {
        for (int major = 14; major <= 18; major++) {
            int version = major;
            Set<Feature> seen = EnumSet.noneOf(Feature.class);
            for (long seed = 1; seed <= 50; seed++) {
                seen.addAll(SchemaGenerator.generate(seed, major).features());
            }
            List<Feature> known = Arrays.stream(Feature.values())
                    .filter(feature -> feature.since() <= version)
                    .toList();
            assertThat(seen).as("PostgreSQL " + major).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    /** A type that no schema had was not generated at all, whatever the list says. */
    @Test
    void everyBuiltInTypeOccursOverTheSeeds() {
        String all = String.join(
                "\n",
                Stream.iterate(1L, seed -> seed + 1)
                        .limit(50)
                        .flatMap(seed -> SchemaGenerator.generate(seed, 14).files().values().stream())
                        .toList());
        assertThat(TableWriter.types()).allSatisfy(type -> assertThat(all).contains(" " + type));
    }

    private static Set<String> kindsFound(Connection connection) throws SQLException {
        Set<String> kinds = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(KINDS_FOUND)) {
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
        }
        return kinds;
    }
}
