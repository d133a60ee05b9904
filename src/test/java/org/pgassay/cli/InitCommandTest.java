package org.pgassay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.postgres.server.TestServers;

/** The command that writes a first spec: what it writes is verified at once and again, and a wrong call writes nothing. */
class InitCommandTest {

    /** Two groups of tables and one that is alone, and a schema beside. */
    private static final String SCHEMA = """
            create table customers (id int primary key, name text not null);
            create table orders (id int primary key, customer int not null references customers);
            create index orders_customer on orders (customer);
            create table plans (id int primary key, name text);
            create table steps (id int primary key, plan int references plans);
            create table notes (id int primary key, note text);
            create schema archive;
            create table archive.orders (id int primary key);
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeMigrations() throws IOException {
        write("migrations/1.sql", SCHEMA);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Call init(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("init", "--migrations", folder.resolve("migrations").toString()));
        arguments.addAll(List.of(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    private Call verify(String spec, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                folder.resolve(spec).toString(),
                "--reports",
                folder.resolve("reports").toString()));
        arguments.addAll(List.of(options));
        return Call.of(arguments.toArray(String[]::new));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void assertNoStackTrace(Call call) {
        assertThat(call.all()).doesNotContain("\tat ").doesNotContain("    at ").doesNotContain("Exception");
    }

    @Test
    void aSpecOfMigrationsStandsBesideTheirFolderAndHolds() throws IOException {
        Call call = init("--id", "shop");

        assertThat(call.all()).contains("VERIFIED", "shop.yaml", "Read it before you trust it");
        assertThat(call.exit()).isZero();
        assertThat(read("shop.yaml"))
                .contains("spec: shop", "path: migrations", "closed: all", "archive.orders:", "# customers");
        assertThat(verify("shop.yaml").exit()).isZero();
    }

    @Test
    void whatChangesAfterwardsIsNamed() throws IOException {
        init("--id", "shop");
        write("migrations/2.sql", "alter table orders alter customer drop not null");

        Call call = verify("shop.yaml");

        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.out()).contains("REJECTED", "orders.customer", "shop.yaml:");
    }

    @Test
    void twoRunsWriteTheSameBytes() throws IOException {
        init("--id", "shop", "--out", out("a.yaml"));
        init("--id", "shop", "--out", out("b.yaml"));

        assertThat(read("a.yaml")).isEqualTo(read("b.yaml")).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void splitWritesAFileForEachGroupWhichTheSpecIncludes() throws IOException {
        Call call = init("--id", "shop", "--split", "--out", out("new/folder/shop.yaml"));

        assertThat(call.all()).contains("VERIFIED");
        assertThat(call.exit()).isZero();
        assertThat(files())
                .containsExactly(
                        "migrations/1.sql",
                        "new/folder/customers.yaml",
                        "new/folder/others.yaml",
                        "new/folder/plans.yaml",
                        "new/folder/shop.yaml");
        assertThat(read("new/folder/shop.yaml"))
                .contains("include: [customers.yaml, plans.yaml, others.yaml]", "path: \"../../migrations\"")
                .doesNotContain("\ntables:");
        assertThat(read("new/folder/customers.yaml")).contains("\n\n  orders:\n");
        assertThat(verify("new/folder/shop.yaml").exit()).isZero();
    }

    @Test
    void aSpecOfTheNameOfAGroupsFileIsRefused() throws IOException {
        Call call = init("--id", "shop", "--split", "--out", out("others.yaml"));

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("others.yaml", "is the name of a group's file too");
        assertThat(files()).containsExactly("migrations/1.sql");
    }

    @Test
    void whatIsThereIsOverwrittenOnRequestOnly() throws IOException {
        write("shop.yaml", "precious");
        write("plans.yaml", "precious too");

        Call refused = init("--id", "shop");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("shop.yaml is there already", "--force")
                .doesNotContain("starting");
        assertThat(init("--split", "--out", out("other.yaml")).err()).contains("plans.yaml is there already");
        assertThat(read("shop.yaml")).isEqualTo("precious");
        assertThat(read("plans.yaml")).isEqualTo("precious too");
        assertThat(files()).containsExactly("migrations/1.sql", "plans.yaml", "shop.yaml");

        assertThat(init("--id", "shop", "--split", "--force").exit()).isZero();
        assertThat(read("shop.yaml")).contains("spec: shop");
        assertThat(read("plans.yaml")).contains("steps:");
    }

    @Test
    void aDatabaseIsReadAndNotWrittenTo() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.on(18).run(SCHEMA)) {
            String url = TestServers.adminUrl(database.connection());
            String before = traces(database.connection());

            Call call = Call.of("init", "--url", url, "--out", out("shop.yaml"));

            assertThat(call.all()).contains("VERIFIED").doesNotContain("outside-secret");
            assertThat(call.exit()).isZero();
            assertThat(traces(database.connection())).isEqualTo(before);
            assertThat(read("shop.yaml"))
                    .contains("spec: shop", "migrations: {runner: none}", "archive.orders:")
                    .doesNotContain("jdbc:", "outside-secret", "path:");
            assertThat(verify("shop.yaml", "--database", url).exit()).isZero();

            database.run("drop index orders_customer");
            Call changed = verify("shop.yaml", "--database", url);
            assertThat(changed.exit()).isEqualTo(1);
            assertThat(changed.out()).contains("orders_customer");
        }
    }

    /** What a write would change: the objects of all schemas, the databases and the roles. */
    private static String traces(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select concat_ws(' ',
                          (select string_agg(oid || ':' || xmin, ',' order by oid) from pg_class where oid >= 16384),
                          (select string_agg(oid || ':' || xmin, ',' order by oid) from pg_namespace),
                          (select string_agg(oid || ':' || xmin, ',' order by oid) from pg_proc where oid >= 16384),
                          (select string_agg(datname, ',' order by oid) from pg_database),
                          (select string_agg(rolname, ',' order by oid) from pg_roles))""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBeSo() throws IOException {
        Call call = Call.of(
                "init", "--url", "jdbc:postgresql://localhost:1/db?user=u&password=s3cret", "--out", out("s.yaml"));

        assertThat(call.exit()).isIn(3, 4);
        assertThat(call.err()).contains("localhost").doesNotContain("s3cret");
        assertNoStackTrace(call);
        assertThat(files()).containsExactly("migrations/1.sql");
    }

    @Test
    void theFirstSchemaIsWhereNamesBelong() throws IOException {
        Call call = init("--schema", "archive", "--schema", "public", "--id", "both");

        assertThat(call.all()).contains("VERIFIED");
        assertThat(call.exit()).isZero();
        assertThat(read("both.yaml")).contains("schemas: [archive, public]", "\n  public.orders:\n", "\n  orders:\n");
    }

    @Test
    void aSchemaThatIsNotChosenIsNamedInTheSpecAndAFurtherOneIsAFailure() throws IOException {
        Call call = init("--schema", "archive", "--id", "archive");

        assertThat(call.all()).contains("VERIFIED");
        assertThat(call.exit()).isZero();
        assertThat(read("archive.yaml"))
                .contains("schemas: [archive]", "otherSchemas:\n  public: not chosen", "\n  orders:\n")
                .doesNotContain("customers");

        write("migrations/2.sql", "create schema further");
        Call changed = verify("archive.yaml");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("schema/closed", "further");
    }

    @Test
    void aSchemaThatIsNotThereIsAWrongCall() throws IOException {
        Call call = init("--schema", "archiv");

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("archiv").contains("--schema");
        assertNoStackTrace(call);
        assertThat(files()).containsExactly("migrations/1.sql");
    }

    @Test
    void aMigrationThatFailsIsNamedWithFileAndLine() throws IOException {
        write("migrations/2_next.sql", "select 1;\nselect nonsense;\n");

        Call call = init("--out", out("new/shop.yaml"));

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err())
                .contains(
                        "revision 2_next fails at",
                        "2_next.sql:2:",
                        "nonsense",
                        "There is no schema to write a spec of");
        assertNoStackTrace(call);
        assertThat(files()).containsExactly("migrations/1.sql", "migrations/2_next.sql");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void migrationsThatMakeNothingLeaveNothingToState() throws IOException {
        write("migrations/1.sql", "select 1");

        Call call = init("--id", "shop");

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("nothing to state");
        assertNoStackTrace(call);
        assertThat(files()).containsExactly("migrations/1.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --runner liquibase          | it cannot run 'liquibase'
            --runner none               | --url
            --id Shop                   | 'Shop' is no id in kebab-case
            --id my_shop                | kebab-case
            --id -shop                  | kebab-case
            --id ''                     | kebab-case
            --postgres 13               | 13
            --url jdbc:postgresql://x/y | either --migrations DIR or --url
            --setup nowhere.sql         | nowhere.sql is no file
            --out migrations/1.sql/x    | cannot be written
            """)
    void aWrongCallIsSaidToBeSoAndWritesNothing(String options, String message) throws IOException {
        Call call = init(options.replace("''", "")
                .replace("migrations/", folder.resolve("migrations") + "/")
                .split(" ", -1));

        assertThat(call.err()).contains(message);
        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.out()).isEmpty();
        assertNoStackTrace(call);
        assertThat(files()).containsExactly("migrations/1.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "migrations/1.sql"})
    void whatIsNoFolderIsAWrongCall(String name) throws IOException {
        Call call = Call.of("init", "--migrations", out(name));

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains(name.replace("migrations/", "")).contains("is no folder");
        assertNoStackTrace(call);
    }

    @Test
    void withoutASourceThereIsNothingToDo() {
        Call call = Call.of("init");

        assertThat(call.exit()).isEqualTo(3);
        assertThat(call.err()).contains("either --migrations DIR or --url");
    }

    @ParameterizedTest
    @CsvSource({"Shop_v2.yaml, shop-v2", "__.yml, schema", "2.yaml, 2"})
    void theIdIsTakenFromTheFile(String file, String id) throws IOException {
        assertThat(init("--out", out(file)).exit()).isZero();
        assertThat(read(file)).containsPattern("(?m)^spec: \"?" + id + "\"?$");
    }
}
