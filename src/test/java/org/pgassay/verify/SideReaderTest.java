package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.diff.Comparison;
import org.pgassay.diff.Delta;
import org.pgassay.diff.Figures;
import org.pgassay.generate.Migrated;
import org.pgassay.generate.SchemaGenerator;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** The sides of a comparison: where they come from, and that nothing changes there. */
class SideReaderTest {

    private static final String SHOP = """
            create table clients (id int primary key, name text not null);
            create table orders (id int primary key, client_id int not null references clients, note text);
            create view names as select name from clients where id > 0;
            """;

    private static Comparison compared(String left, String right, String... schemas) {
        return compared(SideSource.parse(left), SideSource.parse(right), schemas);
    }

    private static Comparison compared(SideSource left, SideSource right, String... schemas) {
        SideReader.Pair pair = new SideReader(Trial.servers(), VerifyOptions.defaults(), Progress.silent())
                .read(left, right, List.of(schemas));
        return Comparison.of(pair.left(), pair.right(), List.of(), "public");
    }

    private static List<String> lines(Comparison comparison) {
        return comparison.changes().stream().map(comparison::line).toList();
    }

    @ParameterizedTest
    @CsvSource({"18, 18", "14, 18"})
    void equalDatabasesDoNotDiffer(int left, int right, @TempDir Path folder) throws Exception {
        equal(1, left, right, folder);
    }

    @ParameterizedTest
    @Tag("long")
    @CsvSource({
        "14, 14", "14, 15", "14, 16", "14, 17", "15, 15", "15, 16", "15, 17", "15, 18", "16, 16", "16, 17", "16, 18",
        "17, 17", "17, 18", "18, 14", "18, 16"
    })
    void equalDatabasesDoNotDifferOnAnyPairOfVersions(int left, int right, @TempDir Path folder) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            equal(seed, left, right, folder.resolve("" + seed));
        }
    }

    private static void equal(long seed, int left, int right, Path folder) throws Exception {
        Path migrations = SchemaGenerator.generate(seed, 14).writeTo(folder);
        try (Migrated one = Migrated.by(migrations, left);
                Migrated other = Migrated.by(migrations, right);
                var first = one.open();
                var second = other.open()) {
            Comparison comparison = compared(TestServers.adminUrl(first), TestServers.adminUrl(second));

            assertThat(lines(comparison)).isEmpty();
            assertThat(comparison.total().alike()).isGreaterThan(100);
            assertThat(comparison.unseen()).isEmpty();
            assertThat(comparison.notes().stream().anyMatch(note -> note.contains("runs PostgreSQL")))
                    .isEqualTo(left != right);
        }
    }

    @Test
    void aDifferenceIsFoundAcrossVersionsToo() throws SQLException {
        try (ScratchDatabase old = ScratchDatabase.on(14).run(SHOP);
                ScratchDatabase young = ScratchDatabase.on(18)
                        .run(SHOP + "create or replace view names as select name from clients where id > 1;"
                                + "alter table orders alter note type varchar(9)")) {
            Comparison comparison =
                    compared(TestServers.adminUrl(old.connection()), TestServers.adminUrl(young.connection()));

            assertThat(comparison.changes())
                    .extracting(change -> change.object("public"))
                    .containsExactly("column orders.note", "view names");
        }
    }

    @Test
    void specsDumpsAndFingerprintsAreSidesToo(@TempDir Path folder) throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1.sql"), "create role shop_reader nologin;\n" + SHOP);
        Path spec = Files.writeString(
                folder.resolve("shop.yaml"), "spec: shop\nmigrations: {runner: sql, path: migrations}\n");
        Path dump = Files.writeString(folder.resolve("shop.sql"), "\\restrict x\n" + SHOP + "\\unrestrict x\n");
        try (ScratchDatabase database = ScratchDatabase.on(18).run(SHOP)) {
            Path file = fingerprint(database, folder.resolve("fingerprint.json"));
            String url = TestServers.adminUrl(database.connection());
            for (String left : List.of(spec.toString(), dump.toString(), file.toString(), url)) {
                for (String right : List.of(spec.toString(), dump.toString(), file.toString(), url)) {
                    Comparison comparison = compared(left, right);

                    assertThat(lines(comparison)).as(left + " and " + right).isEmpty();
                    assertThat(comparison.total()).isEqualTo(new Figures(12, 0, 0, 0));
                }
            }
            database.run("drop view names");
            assertThat(lines(compared(dump.toString(), url))).containsExactly("view names is only in " + dump);
            assertThat(lines(compared(url, file.toString()))).containsExactly("view names is only in " + file);
        }
    }

    private static Path fingerprint(ScratchDatabase database, Path file) throws SQLException, IOException {
        CatalogFile catalog = new CatalogFile(
                "shop",
                "Shop",
                CatalogFile.Verdict.VERIFIED,
                null,
                List.of("public"),
                18,
                "18.0",
                "1",
                CatalogReader.read(database.connection(), List.of("public")));
        return Files.writeString(file, catalog.text());
    }

    @Test
    void aSpecThatDoesNotMigrateIsNoSide(@TempDir Path folder) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("1.sql"), "create table");
        Path spec = Files.writeString(
                folder.resolve("shop.yaml"), "spec: shop\nmigrations: {runner: sql, path: migrations}\n");
        Path dump = Files.writeString(folder.resolve("broken.sql"), "create table a (x nothing);");
        Path json = Files.writeString(folder.resolve("x.json"), "{}");

        assertThatThrownBy(() -> compared(spec.toString(), spec.toString()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("revision 1 fails")
                .hasMessageContaining("no schema to compare");
        assertThatThrownBy(() -> compared(dump.toString(), dump.toString()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("broken.sql:1")
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> compared(json.toString(), json.toString()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no fingerprint file");
    }

    @Test
    void schemasAreThoseOfEitherSideUnlessNamed() throws SQLException {
        try (ScratchDatabase one = ScratchDatabase.on(18).run("create schema a; create table a.t ()");
                ScratchDatabase other = ScratchDatabase.on(18).run("create schema b; create table b.t ()")) {
            String left = TestServers.adminUrl(one.connection());
            String right = TestServers.adminUrl(other.connection());

            assertThat(compared(left, right).changes())
                    .extracting(change -> change.object("public"))
                    .containsExactly("schema a", "schema b", "table a.t", "table b.t");
            Comparison narrow = compared(left, right, "a");
            assertThat(narrow.changes())
                    .extracting(change -> change.object("public"))
                    .containsExactly("schema a", "table a.t");
            assertThat(narrow.notes()).anyMatch(note -> note.endsWith("not compared: b, public."));
            assertThatThrownBy(() -> compared(left, right, "nowhere"))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("neither side has a schema nowhere");
        }
    }

    @Test
    void aRestrictedLoginSeesTheSameAndSaysWhatItDoesNotSee() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.withEverything(18)) {
            database.run("""
                    drop role if exists lowly; create role lowly login password 'low-secret';
                    create foreign data wrapper hidden_fdw; create server hidden foreign data wrapper hidden_fdw;
                    create user mapping for public server hidden options (password 'deep');
                    create schema closed; create table closed.t (id int, check (id > 0)); create view closed.v as select id from closed.t;
                    revoke all on schema closed from public; revoke usage on schema public from public;
                    """);
            String admin = TestServers.adminUrl(database.connection());
            String lowly =
                    admin.replace("user=outside_admin&password=outside-secret", "user=lowly&password=low-secret");

            Comparison comparison = compared(admin, lowly);

            assertThat(lines(comparison)).isEmpty();
            assertThat(comparison.unseen())
                    .hasSize(1)
                    .allMatch(line -> line.contains("user mapping public on server hidden")
                            && line.contains("hides its options from the role lowly"))
                    .noneMatch(line -> line.contains("secret"));
            assertThat(new Delta(comparison, null, false).outcome()).isEqualTo(Comparison.Outcome.INCOMPLETE);

            database.run("alter user mapping for public server hidden options (set password 'other', add user 'x')");
            database.run("revoke select on pg_catalog.pg_policy from public");
            assertThatThrownBy(() -> compared(admin, lowly))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("may not read all of PostgreSQL's catalogs")
                    .hasMessageContaining("pg_policy")
                    .hasMessageContaining("Nothing was compared")
                    .hasMessageNotContaining("secret");
            database.run("grant select on pg_catalog.pg_policy to public; drop owned by lowly; drop role lowly");
        }
    }

    @Test
    void nothingChangesInADatabaseThatIsRead() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)
                .run(SHOP + "create sequence s; select nextval('s');"
                        + " create table log (id int default nextval('s')); insert into log default values")) {
            String before = traces(database);
            String url = TestServers.adminUrl(database.connection());

            assertThat(lines(compared(url, url))).isEmpty();

            assertThat(traces(database)).isEqualTo(before);
            SideSource.Url source = (SideSource.Url) SideSource.parse(url);
            assertThat(source.label()).doesNotContain("secret");
            assertThat(source.toString()).doesNotContain("secret");
        }
    }

    /** What every write leaves: rows, sequences, and the number of transactions that wrote. */
    private static String traces(ScratchDatabase database) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select last_value || ' ' || is_called from s), (select count(*) from log),
                          (select md5(string_agg(c::text, '' order by oid)) from pg_class c where oid >= 16384),
                          pg_current_xact_id_if_assigned() is null""")) {
            row.next();
            return row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "|" + row.getString(4);
        }
    }

    @Test
    void aUrlIsTakenAsLibpqAndAsJdbcWritesIt() {
        SideSource.Url url =
                (SideSource.Url) SideSource.parse("postgresql://me:s%40crets@db.example:6543/shop?sslmode=require");

        assertThat(url.label()).isEqualTo("db.example:6543/shop");
        assertThat(url.server().url())
                .isEqualTo("jdbc:postgresql://db.example:6543/shop?sslmode=require&user=me&password=s%40crets");
        assertThat(SideSource.parse("jdbc:postgresql://db.example/shop?user=me").label())
                .isEqualTo("db.example/shop");
        assertThatThrownBy(() -> SideSource.parse("mysql://me:secrets@host/db"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mysql://")
                .hasMessageNotContaining("secrets");
    }
}
