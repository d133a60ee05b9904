package org.pgassay.verify.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.verify.Progress;
import org.pgassay.verify.ServerPool;
import org.pgassay.verify.Trial;

/** Dumps become the database that they were made of; what is passed over is named, what cannot be is refused in place. */
class DumpRestoreTest {

    private static final ServerPool SERVERS = Trial.servers();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDumpIsRestoredOnTheVersionThatItWasTakenFrom() throws Exception {
        try (RestoredDump dump = restore(fixture("shop-16.sql"));
                Connection connection = dump.database().open()) {
            Catalog catalog = CatalogReader.read(connection, List.of("public", "sales"));
            Table orders = catalog.table(new QualifiedName("sales", "orders")).orElseThrow();

            assertThat(dump.dumpedFrom()).contains("16.10");
            assertThat(dump.server().majorVersion()).isEqualTo(16);
            assertThat(dump.losses()).isEmpty();
            assertThat(dump.passedOver())
                    .extracting(PassedOver::line, PassedOver::reason)
                    .contains(
                            tuple(13, "this server has no parameter transaction_timeout"));
            assertThat(orders.owner()).isEqualTo("shop_owner");
            assertThat(orders.columns()).extracting(Column::name).containsExactly("id", "mood", "note");
            assertThat(orders.column("id").orElseThrow().identity()).isEqualTo(Column.Identity.ALWAYS);
            assertThat(orders.grants())
                    .containsExactly(
                            new Grant("Odd Role", "SELECT", false), new Grant("shop_reader", "SELECT", true));
            assertThat(orders.policies())
                    .extracting(Policy::roles)
                    .containsExactly(List.of("Odd Role", "shop_reader"));
            assertThat(catalog.defaultPrivileges()).singleElement().satisfies(each -> assertThat(each.role())
                    .isEqualTo("shop_maker"));
            assertThat(catalog.extensions()).extracting(each -> each.name()).contains("pg_trgm");
            assertThat(one(connection, "select string_agg(id || ' ' || coalesce(note, '-'), '|' order by id) from sales.orders"))
                    .isEqualTo("1 it's -- Dumped from database version 14.1|2 \\. $$ /* N|3 -");
            assertThat(one(connection, "select nextval('sales.orders_id_seq')")).isEqualTo("4");
            assertThat(one(connection, "select rolcanlogin from pg_roles where rolname = 'shop_owner'"))
                    .isEqualTo("f");
        }
    }

    @Test
    void nothingIsLeftOfADumpThatIsClosed() throws Exception {
        String query = "select (select count(*) from pg_roles where rolname ~ 'shop|Odd|guardian') || ' '"
                + " || (select count(*) from pg_database)";
        String before;
        try (Connection connection = SERVERS.embedded(16).open("postgres")) {
            before = one(connection, query);
        }
        try (RestoredDump dump = restore(fixture("shop-16.sql"));
                Connection connection = dump.database().open()) {
            assertThat(one(connection, query)).isNotEqualTo(before);
        }
        assertThatThrownBy(() -> restore("create role shop_x; grant shop_y to shop_x; select nonsense", "16"))
                .isInstanceOf(DumpException.class);
        try (Connection connection = SERVERS.embedded(16).open("postgres")) {
            assertThat(one(connection, query)).isEqualTo(before);
        }
    }

    @Test
    void aDumpOfAClusterIsRestoredIfOneDatabaseOfItHoldsObjects() throws Exception {
        try (RestoredDump dump = restore(fixture("cluster-14.sql"));
                Connection connection = dump.database().open()) {
            Catalog catalog = CatalogReader.read(connection, List.of("public"));

            assertThat(dump.server().majorVersion()).isEqualTo(14);
            assertThat(catalog.tables()).singleElement().satisfies(table -> {
                assertThat(table.name().name()).isEqualTo("items");
                assertThat(table.owner()).isEqualTo("clerk");
            });
            assertThat(dump.losses()).singleElement().satisfies(loss -> {
                assertThat(loss.statement()).isEqualTo("SET default_tablespace = fast");
                assertThat(loss.text("x.sql")).startsWith("x.sql:77: not run: ").contains("no tablespace fast");
            });
            assertThat(dump.passedOver())
                    .extracting(PassedOver::statement)
                    .contains(
                            "DROP ROLE IF EXISTS clerk",
                            "CREATE ROLE postgres",
                            "\\connect shop",
                            "COMMENT ON DATABASE shop IS 'the shop'",
                            "GRANT CREATE ON TABLESPACE fast TO clerk");
        }
        try (Connection connection = SERVERS.embedded(14).open("postgres")) {
            assertThat(one(connection, "select current_user"))
                    .as("the superuser's password is its own")
                    .isEqualTo("postgres");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-- Dumped from database version 9.6.24, 14",
        "-- Dumped from database version 14.19, 14",
        "-- Dumped from database version 18.0, 18",
        "-- Dumped from database version 19beta1, 18",
        "-- Dumped from database version 20.1 (Debian 20.1-1), 18",
        "-- Dumped from a database, 18",
        "select ';@-- Dumped from database version 14.1', 18"
    })
    void theVersionIsTheNearestThatIsNotOlder(String head, int major) throws Exception {
        try (RestoredDump dump = restore(head.replace('@', '\n') + "\n;create table t (id int);\n")) {
            assertThat(dump.server().majorVersion()).isEqualTo(major);
        }
    }

    /** Since 15 the schema public is not open to everybody, and a dump holds only what differs from that. */
    @ParameterizedTest
    @CsvSource({"14.1, 14", "16.1, 14", "14.1, 18", "16.1, 18"})
    void theSchemaPublicIsAsThePgDumpThatWroteItTakesForGranted(String by, String major) throws Exception {
        try (RestoredDump dump =
                        restore("-- Dumped by pg_dump version " + by + "\nSET lock_timeout = 0;\n", major);
                Connection connection = dump.database().open()) {
            assertThat(one(connection, "select has_schema_privilege('pg_monitor', 'public', 'create')"))
                    .isEqualTo(by.startsWith("14") ? "t" : "f");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\set ON_ERROR_STOP on\ncreate table t (id int);",
                "\\set ON_ERROR_STOP\n\\set QUIET 1\n\\pset pager off\n\\timing on\n\\echo hello\ncreate table t (id int);",
                "\\encoding UTF8\ncreate table t (id int);",
                "\\encoding utf-8\r\ncreate table t (id int);\r\n",
                "set client_encoding to 'utf8'; set names 'UTF8'; create table t (id int);",
                "set session client_encoding = unicode; create table t (id int);",
                "\\.\ncreate table t (id int);",
                "begin; set transaction_timeout = 0; create table t (id int); commit;",
                "begin; set lock_timeout = 0; alter extension nowhere update; create table t (id int); commit;",
                "create table t (id int); drop database if exists x; alter database y set work_mem = '1MB';",
                "create table t (id int); alter system set work_mem = '1MB';",
                "create table t (id int); security label on table t is 'x';",
                "drop table t; drop schema s; drop function f(int); alter table only t drop constraint x;"
                        + " drop extension nowhere; create table t (id int);",
                "drop schema public; create schema public; create table public.t (id int);",
                "create schema public; create table t (id int);",
                "\\connect a\ncreate table t (id int);\n\\connect\ncomment on table t is 'x';\n\\c - \nselect 1;",
                "\\connect -reuse-previous=on \"dbname='a b'\"\nset search_path = pg_catalog;\n\\connect"
                        + " -reuse-previous=on \"dbname='a b'\"\ncreate table t (id int);",
                "create user a; create group b; alter group b add user a; create table t (id int);",
                "create table t (id int); alter table t owner to \"A \"\"role\"\"\"; grant all on t to group g, public;",
                "create schema s authorization me; create table t (id int); set role me; create table s.u (); reset role;",
                "create table t (id int); revoke all on t from gone; grant a, b to c with admin option;",
                "set session authorization 'late'; create schema late; create table public.t (id int);",
                "create table t (id int); create publication p for all tables; alter publication p owner to pub_owner;",
                "create table t (id int); create subscription s connection 'dbname=x' publication p with (connect ="
                        + " false, slot_name = 's'); alter subscription s owner to sub_owner; alter subscription s set"
                        + " (slot_name = none);",
                "create table t (id int); create foreign data wrapper w; create server v foreign data wrapper w; create"
                        + " user mapping for someone server v; alter foreign data wrapper w owner to wrapper_owner;",
                "set my.parameter = 'x'; set time zone 'UTC'; set role none; set local lock_timeout = 0;"
                        + " create table t (id int);"
            })
    void whatPsqlTakesIsTaken(String script) throws Exception {
        try (RestoredDump dump = restore(script);
                Connection connection = dump.database().open()) {
            assertThat(CatalogReader.read(connection, List.of("public")).tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("t");
        }
    }

    @Test
    void anExtensionThatIsNotHereIsNamed() throws Exception {
        String script = """
                CREATE EXTENSION IF NOT EXISTS nowhere WITH SCHEMA public;
                COMMENT ON EXTENSION nowhere IS 'x';
                CREATE EXTENSION "else where";
                create table t (id int);
                """;
        try (RestoredDump dump = restore(script)) {
            assertThat(dump.losses())
                    .extracting(PassedOver::line, PassedOver::reason)
                    .containsExactly(
                            tuple(1, "this server does not have the extension nowhere"),
                            tuple(3, "this server does not have the extension else where"));
            assertThat(dump.passedOver()).hasSize(3);
        }
        assertThatThrownBy(() -> restore(script + "create index i on t using nowhere (id);"))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("dump.sql:5: ")
                .hasMessageContaining("extension else where, nowhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1;@select nonsense;                    | 2 | column "nonsense" does not exist
            create table t (id int);@@create table t@ (id int); | 3 | relation "t" already exists
            create table t (id int);@copy t from stdin;@1@x@\\.@ | 4 | invalid input syntax
            drop table t;@insert into t values (1);       | 2 | relation "t" does not exist
            begin;@drop table t;@commit;                  | 2 | table "t" does not exist
            begin;@create table t (id int);               | 2 | does not end it
            begin;@select nonsense;@commit;               | 2 | nonsense
            \\i other.sql                                 | 1 | put the other file's content
            select 1;@\\! rm x                            | 2 | only psql understands
            \\copy t from stdin@1@\\.                     | 1 | with COPY
            \\set schema x                                | 1 | :schema
            \\set AUTOCOMMIT off                          | 1 | AUTOCOMMIT
            \\if true@select 1;@\\endif                   | 1 | only psql understands
            \\q@select 1;                                 | 1 | psql would stop here
            select 1@\\gexec                              | 2 | gexec
            set client_encoding = latin1;@set client_encoding = utf8; | 2 | is in latin1 and in utf8
            set standard_conforming_strings = off;        | 1 | a backslash in a string
            copy t to '/tmp/x';                           | 1 | file or program
            copy t from program 'cat';                    | 1 | file or program
            copy t to stdout;                             | 1 | COPY … TO stdout
            create subscription s connection 'x' publication p; | 1 | would connect
            select 'open                                  | 1 | not closed
            \\connect a@create table t ();@\\connect b@create table u (); | 4 | more than one database: a and b
            create table t ();@\\connect b@create table u (); | 3 | that in which it begins and b
            """)
    void whatCannotBeRestoredIsRefusedInItsPlace(String script, int line, String message) {
        assertThatThrownBy(() -> restore(script.replace('@', '\n')))
                .isInstanceOf(DumpException.class)
                .hasMessageStartingWith(folder.resolve("dump.sql") + ":" + line + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "LATIN1, ISO-8859-1, ä",
        "WIN1252, windows-1252, €",
        "KOI8R, KOI8-R, Ж",
        "SJIS, Shift_JIS, 表",
        "'EUC_JP', EUC-JP, 表",
        "UTF8, UTF-8, 😀",
        "SQL_ASCII, UTF-8, ß"
    })
    void aDumpIsReadInItsOwnEncoding(String encoding, String charset, String letter) throws Exception {
        String script = "SET client_encoding = '" + encoding + "';\ncreate table \"" + letter + "\" (a text);\ncopy \""
                + letter + "\" from stdin;\n" + letter + "\n\\.\n";
        try (RestoredDump dump = restore(script.getBytes(Charset.forName(charset)), Optional.empty());
                Connection connection = dump.database().open()) {
            assertThat(one(connection, "select a from \"" + letter + "\"")).isEqualTo(letter);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PGDMP\\001\\016       | custom format. Make an SQL text of it, with pg_restore --file=dump.sql dump.sql
            toc.dat\\000\\000     | tar format
            \\037\\213\\010     | gunzip
            (\\265/\\375          | unzstd
            \\004"M\\030          | unlz4
            \\377\\376s\\000    | iconv
            select 1;@\\000         | :2: the file holds a NUL
            set client_encoding = 'MULE_INTERNAL'; | encoding MULE_INTERNAL, which pgAssay cannot read
            set client_encoding = 'SQL_ASCII';@\\344 | is not in the encoding SQL_ASCII
            select '\\344'          | is not in the encoding UTF8
            """)
    void whatIsNoSqlTextIsRefusedWithWhatToDo(String bytes, String message) {
        String text = bytes.translateEscapes().replace('@', '\n');

        assertThatThrownBy(() -> restore(text.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertThatThrownBy(() -> restorer().restore(folder.resolve("none.sql")))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> restorer().restore(folder))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("this is a folder");
        Files.writeString(folder.resolve("toc.dat"), "");
        assertThatThrownBy(() -> restorer().restore(folder))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("directory format");
    }

    private static DumpRestore restorer() {
        return new DumpRestore(SERVERS, Progress.silent());
    }

    private static RestoredDump restore(Path file) throws SQLException {
        return restorer().restore(file);
    }

    private RestoredDump restore(String script) throws SQLException, IOException {
        return restore(script.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private RestoredDump restore(String script, String major) throws SQLException, IOException {
        return restore(script.getBytes(StandardCharsets.UTF_8), Optional.of(Integer.parseInt(major)));
    }

    private RestoredDump restore(byte[] script, Optional<Integer> major) throws SQLException, IOException {
        Path file = folder.resolve("dump.sql");
        Files.write(file, script);
        return restorer().restore(file, major);
    }

    private Path fixture(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DumpRestoreTest.class.getResourceAsStream(name), name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
