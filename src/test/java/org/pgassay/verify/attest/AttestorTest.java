package org.pgassay.verify.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.Database;
import org.pgassay.postgres.server.Databases;
import org.pgassay.postgres.server.EmbeddedServer;
import org.pgassay.postgres.server.TestServers;
import org.pgassay.verify.Progress;
import org.pgassay.verify.Trial;
import org.pgassay.verify.attest.Attestation.Outcome;

/** A database is held to a verified schema, whoever looks, and nothing in it changes. */
class AttestorTest {

    private static final List<String> SCHEMAS = List.of("public", "Odd \"schema\"");

    private static final String SHOP = """
            create table orders (id bigint primary key generated always as identity, note varchar(20) default 'none');
            create index ix_note on orders (note);
            create view noted as select o.id, o.note from orders o where o.note is not null;
            create materialized view counted as select note, count(*) as n from orders group by note;
            insert into orders (note) values ('a'), ('b'), (null);
            """;

    @Test
    void nothingInTheDatabaseChanges() throws SQLException {
        // A server of its own: somebody else's transactions would look like one of ours.
        try (EmbeddedServer server = EmbeddedServer.start(18);
                Databases databases = new Databases(server);
                Database database = databases.create(null);
                Connection connection = database.open()) {
            execute(connection, "alter system set autovacuum = off");
            execute(connection, "select pg_reload_conf()");
            databases.ensureRole("auditor");
            execute(connection, ScratchDatabase.everything());
            execute(connection, SHOP);
            execute(
                    connection,
                    "select nextval('orders_id_seq'); vacuum analyze; revoke all on schema public from public");
            CatalogFile verified = file(connection, 18, SCHEMAS);
            for (String login : List.of("postgres", "auditor")) {
                String url = login.equals("postgres") ? TestServers.adminUrl(connection) : url(database, login);
                execute(connection, "select pg_stat_force_next_flush()");
                Map<String, String> before = Traces.of(connection);

                Attestation attestation = attest(verified, url);

                assertThat(Traces.of(connection)).as(login).isEqualTo(before);
                assertThat(attestation.drift()).as(login).isEmpty();
                assertThat(attestation.live().fingerprint()).isEqualTo(verified.fingerprint());
                assertThat(attestation.outcome()).isEqualTo(Outcome.NO_DRIFT);
            }
            Map<String, String> before = Traces.of(connection);
            execute(connection, "update orders set note = note where id = 1; select pg_stat_force_next_flush()");
            assertThat(Traces.of(connection))
                    .as("a write would have been seen")
                    .doesNotContainEntry("orders", String.valueOf(before.get("orders")))
                    .doesNotContainEntry("next transaction id", String.valueOf(before.get("next transaction id")))
                    .doesNotContainEntry("rows written", String.valueOf(before.get("rows written")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop index ix_note                                      | index ix_note is gone
            create index ix_more on orders (id, note)               | index ix_more was added
            alter table orders alter note type varchar(30)          | column orders.note has another type: character varying(20) became character varying(30)
            alter table orders alter note drop default              | column orders.note has another default expression: 'none'::character varying became none
            delete from orders; alter table orders alter note set not null | column orders.note has another not null: no became yes
            create function f() returns int language sql as 'select 1' | function f() was added
            grant select on orders to public                        | table orders has another grants: none became SELECT to PUBLIC
            alter table orders disable trigger all; alter table orders enable row level security | table orders has another row security: no became yes
            comment on table orders is 'x'                          | table orders has another comment: none became x
            create extension pg_trgm                                | extension pg_trgm was added
            drop view noted; create view noted as select id, note from orders | view noted has another definition
            drop schema public cascade                              | schema public is gone
            """)
    void driftIsSaidInWords(String change, String line) throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(18));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            execute(connection, SHOP);
            CatalogFile verified = file(connection, 18, List.of("public"));
            if (change.contains("varchar(30)")) {
                execute(connection, "drop view noted; drop materialized view counted");
            }
            execute(connection, change);

            Attestation attestation = attest(verified, TestServers.adminUrl(connection));

            assertThat(attestation.outcome()).isEqualTo(Outcome.DRIFT);
            assertThat(attestation.driftLines())
                    .anySatisfy(each -> assertThat(each).startsWith(line));
            assertThat(attestation.versionLines()).isEmpty();
        }
    }

    @Test
    void whatIsNotComparedIsNoted() throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(18));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            execute(connection, SHOP + "create extension pg_trgm; create schema more; create table more.t ()");
            CatalogFile verified = file(connection, 18, List.of("public"));
            execute(connection, "update pg_extension set extversion = '9.9' where extname = 'pg_trgm'");
            execute(connection, "create role new_owner; alter table orders owner to new_owner");

            Attestation attestation = attest(verified, TestServers.adminUrl(connection));

            assertThat(attestation.outcome()).isEqualTo(Outcome.NO_DRIFT);
            assertThat(attestation.notes())
                    .hasSize(2)
                    .anySatisfy(note -> assertThat(note).contains("does not speak of them: more"))
                    .anySatisfy(note -> assertThat(note).contains("pg_trgm has the version 9.9, and had 1."));
        }
    }

    @ParameterizedTest
    @CsvSource({"14, 18", "18, 14", "16, 17"})
    void aDifferenceOfTheVersionsIsNoDrift(int from, int to) throws SQLException {
        String ddl = SHOP
                + "create role clerk; grant select, insert, update, delete, truncate, references, trigger on orders"
                + " to clerk; create view \"Odd\" as select distinct note from noted where note > 'a'";
        CatalogFile verified;
        try (Databases old = new Databases(TestServers.shared(from));
                Database first = old.create(null);
                Connection connection = first.open()) {
            execute(connection, ddl);
            verified = file(connection, from, List.of("public"));
        }
        try (Databases databases = new Databases(TestServers.shared(to));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            execute(connection, ddl);

            Attestation same = attest(verified, TestServers.adminUrl(connection));

            assertThat(same.driftLines()).isEmpty();
            assertThat(same.outcome()).isEqualTo(Outcome.NO_DRIFT);
            assertThat(same.notes()).anySatisfy(note -> assertThat(note).contains("was verified on " + from + "."));
            if (from == 16) {
                assertThat(same.versionLines()).noneMatch(line -> line.startsWith("view"));
            } else {
                assertThat(same.versionLines())
                        .anyMatch(line -> line.startsWith("schema public has another grants"))
                        .anyMatch(line -> line.startsWith("view noted has another definition"))
                        .anyMatch(line -> line.startsWith("materialized view counted has another definition"));
            }

            execute(connection, "create or replace view noted as select o.id, o.note from orders o where o.id > 3");
            execute(connection, "grant usage on schema public to clerk");
            assertThat(attest(verified, TestServers.adminUrl(connection)).driftLines())
                    .as("what changed besides is drift all the same")
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("view noted has another definition"))
                    .anyMatch(line -> line.startsWith("schema public has another grants"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatALoginCannotSeeIsNeverCalledNoDrift(int major) throws SQLException {
        String mapping = "create extension postgres_fdw; create server far foreign data wrapper postgres_fdw;"
                + " create user mapping for public server far options (\"user\" 'x', password 'secret-word')";
        try (Databases databases = new Databases(TestServers.shared(major));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            databases.ensureRole("auditor");
            execute(connection, SHOP + mapping);
            CatalogFile verified = file(connection, major, List.of("public"));
            String url = url(database, "auditor");

            Attestation blind = attest(verified, url);

            assertThat(blind.outcome()).isEqualTo(Outcome.UNSEEN);
            assertThat(blind.drift()).isEmpty();
            assertThat(blind.unseen())
                    .singleElement()
                    .asString()
                    .contains("user mapping public on server far", "hides its options from the login auditor")
                    .doesNotContain("secret-word");
            assertThat(attest(verified, TestServers.adminUrl(connection)).outcome())
                    .isEqualTo(Outcome.NO_DRIFT);

            execute(connection, "alter user mapping for public server far options (drop password)");
            assertThat(attest(verified, url).outcome()).isEqualTo(Outcome.UNSEEN);
            assertThat(attest(verified, TestServers.adminUrl(connection)).driftLines())
                    .singleElement()
                    .asString()
                    .contains("user mapping public on server far has another definition");

            execute(connection, "drop index ix_note");
            assertThat(attest(verified, url).outcome())
                    .as("what can be seen has drifted")
                    .isEqualTo(Outcome.DRIFT);
        }
    }

    @Test
    void aLoginThatMayNotReadTheCatalogsIsToldSo() throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(18));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            databases.ensureRole("auditor");
            execute(connection, SHOP);
            CatalogFile verified = file(connection, 18, List.of("public"));
            execute(connection, "revoke select on pg_catalog.pg_policy from public");

            assertThatThrownBy(() -> attest(verified, url(database, "auditor")))
                    .isInstanceOf(AttestException.class)
                    .hasMessageContaining("permission denied for table pg_policy")
                    .hasMessageContaining("Nothing is said of this database")
                    .satisfies(e -> assertThat(((AttestException) e).broken()).isFalse());
        }
    }

    @Test
    void aLockThatSomebodyHoldsIsNotWaitedForForEver() throws SQLException {
        try (Databases databases = new Databases(TestServers.shared(18));
                Database database = databases.create(null);
                Connection connection = database.open()) {
            execute(connection, SHOP);
            CatalogFile verified = file(connection, 18, List.of("public"));
            String url = TestServers.adminUrl(connection) + "&options=-c%20deadlock_timeout=1s";
            connection.setAutoCommit(false);
            execute(connection, "lock table pg_catalog.pg_policy in access exclusive mode");

            assertThatThrownBy(() -> new Attestor(Trial.servers(), Progress.silent(), "1s").attest(verified, url))
                    .isInstanceOf(AttestException.class)
                    .hasMessageContaining("somebody is changing the schema")
                    .satisfies(e -> assertThat(((AttestException) e).broken()).isTrue());
            connection.rollback();
        }
    }

    @Test
    void whatCannotBeReachedIsBroken() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18).run(SHOP)) {
            CatalogFile verified = file(database.connection(), 18, List.of("public"));
            String url = TestServers.adminUrl(database.connection());

            for (String wrong : List.of(
                    "jdbc:postgresql://127.0.0.1:1/x?user=a&password=hidden-word",
                    url.replace("outside-secret", "hidden-word"),
                    url.replaceFirst("/scratch_[0-9]+", "/nowhere"))) {
                assertThatThrownBy(() -> attest(verified, wrong))
                        .isInstanceOf(AttestException.class)
                        .message()
                        .doesNotContain("hidden-word", "outside-secret")
                        .endsWith(".");
            }
        }
    }

    @Test
    void nothingToCompareIsNoPass() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)) {
            CatalogFile verified = file(database.connection(), 18, List.of("public"));
            String url = TestServers.adminUrl(database.connection());

            assertThatThrownBy(() -> attest(verified, url))
                    .isInstanceOf(AttestException.class)
                    .hasMessageContaining("there is nothing to compare");
        }
    }

    private static Attestation attest(CatalogFile verified, String url) {
        return new Attestor(Trial.servers(), Progress.silent()).attest(verified, url);
    }

    private static CatalogFile file(Connection connection, int major, List<String> schemas) throws SQLException {
        Catalog catalog = CatalogReader.read(connection, schemas);
        return new CatalogFile(
                "shop", "Shop", CatalogFile.Verdict.VERIFIED, null, schemas, major, major + ".1", "0.1", catalog);
    }

    /** Only the server knows the role's password. */
    private static String url(Database database, String role) {
        var login = database.login(role);
        return "jdbc:postgresql://" + login.host() + ":" + login.port() + "/" + login.database() + "?user="
                + login.user() + "&password=" + login.password();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : sql.startsWith("select nextval") ? sql.split(";") : new String[] {sql}) {
                statement.execute(each);
            }
        }
    }
}
