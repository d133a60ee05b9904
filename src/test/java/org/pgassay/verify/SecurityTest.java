package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.PostgresServer;
import org.pgassay.postgres.server.ServerChoice;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.secrets.Planted;
import org.pgassay.spec.SpecException;

/** What the section security says of files, values and privileges. */
class SecurityTest {

    @TempDir
    Path folder = Path.of("");

    private final Planted planted = new Planted(99);

    private Report verify(String sql, String yaml) {
        return new Trial(folder).migration("1.sql", sql).verify(yaml);
    }

    /** Every sort of column that may hold text, with a secret in each. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void valuesOfAllSortsAreLookedThrough(int major) {
        String token = planted.of("github-token");
        String sql = """
                create domain label as text;
                create domain tag as label;
                create type pair as (name text, value text);
                create type mood as enum ('fine');
                create table parted (id int, note text) partition by range (id);
                create table parted_low partition of parted for values from (0) to (10);
                create table parent (id int, memo text);
                create table child () inherits (parent);
                create table kinds (id int primary key, a varchar(100), b char(100), c json, d jsonb, e text[], f label,
                    g tag[], h bytea, i xml, j pair, k text generated always as (a || '!') stored, "Odd one" text,
                    n1 uuid default gen_random_uuid(), n2 mood default 'fine', n3 timestamptz default now(), n4 int[]);
                insert into parted values (1, 'T');
                insert into parent values (1, 'nothing');
                insert into child values (2, 'T');
                insert into kinds (id, a, b, c, d, e, f, g, h, i, j, "Odd one") values (1, 'T', 'T', '{"x": "T"}',
                    '{"T": 1}', array['', 'T'], 'T', array['T']::tag[], 'T', '<x>T</x>', row('x', 'T'), 'T');
                """.replace("T'", token + "'")
                .replace("\"T\"", "\"" + token + "\"")
                .replace(">T<", ">" + token + "<");

        Report report = new Trial(folder)
                .migration("1.sql", sql)
                .verify(
                        "security: {noSecretsIn: [text-columns]}\n",
                        VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED security/secrets-in-columns child.memo (github-token)",
                        "FAILED security/secrets-in-columns kinds.\"Odd one\" (github-token)",
                        "FAILED security/secrets-in-columns kinds.a (github-token)",
                        "FAILED security/secrets-in-columns kinds.b (github-token)",
                        "FAILED security/secrets-in-columns kinds.c (github-token)",
                        "FAILED security/secrets-in-columns kinds.d (github-token)",
                        "FAILED security/secrets-in-columns kinds.e (github-token)",
                        "FAILED security/secrets-in-columns kinds.f (github-token)",
                        "FAILED security/secrets-in-columns kinds.g (github-token)",
                        "FAILED security/secrets-in-columns kinds.h (github-token)",
                        "FAILED security/secrets-in-columns kinds.i (github-token)",
                        "FAILED security/secrets-in-columns kinds.j (github-token)",
                        "FAILED security/secrets-in-columns kinds.k (github-token)",
                        "FAILED security/secrets-in-columns parted.note (github-token)");
    }

    @Test
    void whatHoldsNoValueWasNotSeen() {
        Report report = verify("create table t (id int, password text); create table n (id int)", """
                security:
                  hashed: [t.password, t.passwort, x.password]
                  noSecretsIn: [text-columns]
                """);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED security/hashed t.passwort",
                        "FAILED security/hashed x.password",
                        "VACUOUS security/hashed t.password",
                        "VACUOUS security/secrets-in-columns text-columns");
        assertThat(Trial.finding(report, "security/hashed", "t.passwort").message())
                .contains("did you mean 'password'");
    }

    @Test
    void encryptionByPostgresItselfCounts() {
        String yaml = """
                postgres: {extensions: [pgcrypto]}
                security: {encrypted: [{column: t.secret, as: pgp}, {column: t.armoured, as: pgp}], hashed: [t.hash]}
                """;
        String table = "create table t (secret bytea, armoured text, hash text);\n";
        String values = "insert into t select pgp_sym_encrypt(repeat('plain text ', n), 'key'),"
                + " armor(pgp_sym_encrypt(repeat('plain text ', n), 'key', 'compress-algo=1')),"
                + " crypt('plain', gen_salt('bf', 10)) from generate_series(1, 40, 13) n;";

        assertThat(Trial.failures(verify(table + values, yaml))).isEmpty();
        assertThat(Trial.failures(verify(
                        table + values
                                + "insert into t values ('plain', armor('plain'), crypt('plain', gen_salt('md5')))",
                        yaml)))
                .containsExactlyInAnyOrder(
                        "FAILED security/encrypted t.armoured",
                        "FAILED security/encrypted t.secret",
                        "FAILED security/hashed t.hash");
    }

    @Test
    void filesAreLookedThroughWhateverTheirFolder() throws IOException {
        String token = planted.of("npm-token");
        Trial trial = new Trial(folder)
                .migration("1.sql", "select 1")
                .migration("helpers/load.py", "TOKEN = \"" + token + "\"")
                .migration(".git/config", token)
                .write("docs/a.md", "nothing")
                .write("docs/deep/b.md", token)
                .write("notes.txt", "nothing");
        Files.write(folder.resolve("docs/wide.md"), ("\ufeff" + token).getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("docs/image.md"), new byte[] {'x', 0, 1, 2});
        Files.write(folder.resolve("only.bin"), new byte[] {'x', 0, 1, 2});

        Report report = trial.verify("""
                tables: {t: absent}
                security:
                  noSecretsIn: [migrations, documents, {documents: [docs/*.rst, "*.bin", docs/a.md]}]
                """);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED security/secrets-in-files docs/deep/b.md (npm-token)",
                        "FAILED security/secrets-in-files docs/wide.md (npm-token)",
                        "FAILED security/secrets-in-files migrations/helpers/load.py (npm-token)",
                        "UNVERIFIED security/secrets-in-files *.bin",
                        "VACUOUS security/secrets-in-files docs/*.rst",
                        "VACUOUS security/secrets-in-files docs/a.md");
    }

    @Test
    void binaryFilesArePassedOverAndNamed() throws IOException {
        Trial trial = new Trial(folder).migration("1.sql", "select 1").write("docs/a.md", "nothing");
        Files.write(folder.resolve("docs/b.md"), new byte[] {'x', 0, 1, 2});

        Report report = trial.verify("tables: {t: absent}\nsecurity: {noSecretsIn: [documents]}\n");

        Finding passed = Trial.finding(report, "security/secrets-in-files", "documents");
        assertThat(passed.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(passed.examined()).isEqualTo(1);
        assertThat(passed.evidence()).containsExactly("binary, not looked through: docs/b.md");
    }

    @Test
    void privilegesAreHeldToTheRulesThatThereAre() throws IOException {
        String yaml = """
                spec: trial
                migrations: {runner: sql, path: migrations}
                roles: {owner: shop_owner, setup: setup.sql}
                postgres: {extensions: [pgcrypto]}
                schemas: [shop]
                security: {privileges: [superuser-ownership, definer-search-path, extensions-in-public]}
                """;
        new Trial(folder)
                .write(
                        "setup.sql",
                        "create schema shop; create table shop.old (id int); grant all on schema shop to public;");

        Report report = verify("create table shop.t (id int)", yaml);

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED security/privileges extensions-in-public: pgcrypto",
                        "FAILED security/privileges superuser-ownership: old",
                        "VACUOUS security/privileges definer-search-path");
        assertThat(Trial.failures(verify("select 1", "security: {privileges: [superuser-ownership]}\n")))
                .containsExactly("UNVERIFIED security/privileges superuser-ownership");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noSecretsIn: [migration] | 'migration' is no place (did you mean 'migrations'?)",
                "noSecretsIn: [seeds] | the spec names no seeds",
                "noSecretsIn: [migrations, migrations] | 'migrations' is named twice",
                "hashed: [password] | 'password' names no column; write table.column",
                "'hashed: [t.p], encrypted: [t.p]' | a column is either hashed or encrypted",
                "'noSecretsIn: [migrations], allow: [{kind: jwt, reason: x}]' | an exception has one place",
                "'noSecretsIn: [migrations], allow: [{file: x, kind: jwtt, reason: x}]' | did you mean 'jwt'",
                "'noSecretsIn: [migrations], allow: [{column: t.x, kind: jwt, reason: x}]' | nothing of the spec looks at columns",
                "'noSecretsIn: [text-columns], allow: [{file: x, kind: jwt, reason: x}]' | nothing of the spec looks at files",
                "'privileges: [public], allow: [{object: x, kind: superuser-ownership, reason: x}]' | this privilege"
            })
    void mistakesAreFoundBeforeAnythingRuns(String section, String message) {
        assertThatThrownBy(() -> verify("select 1", "security: {" + section + "}\n"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(message);
    }

    private static final String STANDING = """
            create table open (id int, password text, note text);
            insert into open values (1, 'Sommer-2024!', 'T');
            create table closed (id int, password text);
            insert into closed values (1, 'x');
            create table split (id int, password text);
            insert into split values (1, 'x'), (2, 'y');
            alter table split enable row level security;
            create policy mine on split using (id = 1);
            """;

    /** A login that sees a part of the rows must not say that there is nothing in them. */
    @Test
    void aStandingDatabaseIsReadAsFarAsTheLoginSees() throws SQLException {
        PostgresServer server = TestServers.shared(18);
        String password = "standing-" + System.nanoTime();
        try (Databases databases = new Databases(server)) {
            Database database = databases.create(null);
            run(database, "create role security_reader login password '" + password + "'");
            try {
                run(database, STANDING.replace("'T'", "'" + planted.of("slack-token") + "'"));
                run(database, "grant select on open, split to security_reader");
                String before = state(database);
                VerifyOptions options = VerifyOptions.defaults()
                        .on(ServerChoice.parse(TestServers.adminUrl(server, database)
                                .replaceFirst("user=.*", "user=security_reader&password=" + password)));

                Report report = new Trial(folder).migration("1.sql", "select 1").verify("""
                        security:
                          hashed: [open.password, closed.password, split.password]
                          noSecretsIn: [text-columns]
                        """, options);

                assertThat(report.problem()).isNull();
                assertThat(Trial.failures(report))
                        .contains(
                                "FAILED security/hashed open.password",
                                "UNVERIFIED security/hashed closed.password",
                                "UNVERIFIED security/hashed split.password",
                                "FAILED security/secrets-in-columns open.note (slack-token)");
                assertThat(report.results().toString()).doesNotContain("Sommer");
                assertThat(state(database)).isEqualTo(before);
            } finally {
                run(database, "drop owned by security_reader; drop role security_reader");
            }
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String state(Database database) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.pg_current_xact_id_if_assigned()::text,"
                        + " (select string_agg(o::text, ',' order by o.id) from open o),"
                        + " (select max(oid) from pg_class)")) {
            row.next();
            return List.of(String.valueOf(row.getString(1)), row.getString(2), row.getString(3))
                    .toString();
        }
    }
}
