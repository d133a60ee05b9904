package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.spec.SpecException;

/** Who may do what is checked to the letter, and alike on every version. */
class GrantsTest {

    private static final String ROLES = """
            roles: {owner: shop_owner, application: shop_app, setup: roles.sql}
            """;

    private static final String TABLE = """
            tables:
              orders:
            """;

    private static final String SETUP = """
            create role reporting;
            create role "Odd; ""role\""";
            """;

    private static final String ORDERS = "create table orders (id int, status text, \"Note\" text);";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(int major, String sql, String yaml) {
        return new Trial(folder)
                .write("roles.sql", SETUP)
                .migration("1.sql", ORDERS + sql)
                .verify(ROLES + yaml, VerifyOptions.defaults().onPostgres(major));
    }

    private Report orders(int major, String sql, String grants) {
        return verify(major, sql, TABLE + "    grants: " + grants + "\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void privilegesThatAreExactlyTheStatedOnesPass(int major) {
        Report report = orders(major, """
                grant select, insert on orders to shop_app;
                grant update (status, "Note") on orders to shop_app;
                grant all on orders to reporting;
                grant select on orders to "Odd; ""role\""" with grant option;
                grant select (id) on orders to public;
                """, """

                      $application: [select, insert, 'update ("Note", status)']
                      reporting: all
                      'Odd; "role"': [select with grant option]
                      public: [select (id)]
                      $owner: all
                """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "grant/role", "orders to reporting").observed())
                .isEqualTo("ALL");
        assertThat(Trial.finding(report, "grant/role", "orders to shop_app").observed())
                .isEqualTo("INSERT, SELECT, UPDATE (\"Note\", status)");
        assertThat(Trial.finding(report, "grant/role", "orders to \"Odd; \"\"role\"\"\"")
                        .observed())
                .isEqualTo("SELECT WITH GRANT OPTION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant select, delete on orders to shop_app         | {shop_app: [select]}                     | DELETE",
                "grant select on orders to shop_app                 | {shop_app: [select, insert]}             | INSERT",
                "grant select on orders to shop_app                 | {shop_app: []}                           | SELECT",
                "select 1                                           | {shop_app: [select]}                     | SELECT",
                "grant select on orders to shop_app                 | {shop_app: all}                          | DELETE",
                "grant all on orders to shop_app                    | {shop_app: [select]}                     | DELETE",
                "grant select on orders to shop_app                 | {shop_app: [select with grant option]}   | WITH GRANT OPTION",
                "grant select on orders to shop_app with grant option | {shop_app: [select]}                   | WITH GRANT OPTION",
                "grant update (id, status) on orders to shop_app    | {shop_app: [update (id)]}                | UPDATE (status)",
                "grant update on orders to shop_app                 | {shop_app: [update (id)]}                | UPDATE",
                "grant update (id) on orders to shop_app            | {shop_app: [update]}                     | UPDATE (id)",
                "grant select on orders to public                   | {public: []}                             | PUBLIC",
                "grant select on orders to shop_app                 | {shop_app: [select (idd)]}               | did you mean 'id'",
                "grant select on orders to shop_app                 | {shop_ap: [select]}                      | did you mean 'shop_app'",
                "select 1                                           | {ghost: []}                              | the server has no role ghost",
                "revoke truncate on orders from shop_owner          | {$owner: all}                            | lacks TRUNCATE",
                "revoke all on orders from shop_owner               | {$owner: all}                            | lacks DELETE",
                "select 1                                           | {$owner: [select]}                       | has DELETE",
            })
    void everyDifferenceIsFound(String sql, String grants, String said) {
        for (int major : new int[] {14, 18}) {
            Report report = orders(major, sql, grants);

            assertThat(Trial.failures(report)).singleElement().asString().startsWith("FAILED grant/role orders to ");
            assertThat(report.results().stream().map(result -> result.finding().message()))
                    .anyMatch(message -> message.contains(said));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anOwnerWithoutItsOwnPrivilegesIsSeenAndDoesNotOpenAClosedTable(int major) {
        Report report = verify(
                major,
                "revoke all on orders from shop_owner;",
                TABLE + "    grants: {$owner: []}\n    closed: grants\n");

        assertThat(Trial.failures(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aClosedTableLetsNoFurtherRoleIn(int major) {
        String yaml = TABLE + "    grants: {shop_app: [select]}\n    closed: grants\n";
        String fine = "grant select on orders to shop_app;";

        assertThat(Trial.failures(verify(major, fine, yaml))).isEmpty();
        Report report = verify(
                major, fine + "grant update (id) on orders to reporting; grant select on orders to public;", yaml);
        assertThat(Trial.failures(report)).containsExactly("FAILED grant/closed orders");
        assertThat(Trial.finding(report, "grant/closed", "orders").observed())
                .isEqualTo("PUBLIC: SELECT; reporting: UPDATE (id)");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatDefaultPrivilegesGaveIsNoLessGranted(int major) {
        Report report = new Trial(folder)
                .write("roles.sql", SETUP)
                .migration("0.sql", "alter default privileges grant select on tables to reporting;")
                .migration("1.sql", ORDERS)
                .verify(
                        ROLES + TABLE + "    closed: grants\n",
                        VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).containsExactly("FAILED grant/closed orders");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void privilegesOnASchemaAreStatedWithIt(int major) {
        String yaml = """
                schemas:
                  public: {}
                  audit: {owner: $owner, grants: {shop_app: [usage], public: []}, comment: For the auditor}
                tables:
                  audit.log: {grants: {shop_app: [insert]}, closed: grants}
                """;
        String fine = """
                create schema audit; comment on schema audit is 'For the auditor'; create table audit.log ();
                grant usage on schema audit to shop_app; grant insert on audit.log to shop_app;
                """;

        assertThat(Trial.failures(verify(major, fine, yaml))).isEmpty();
        String bad =
                "grant create on schema audit to shop_app; comment on schema audit is null; grant usage on schema audit to public;";
        assertThat(Trial.failures(verify(major, fine + bad, yaml)))
                .containsExactly(
                        "FAILED comment/text audit",
                        "FAILED grant/role audit to PUBLIC",
                        "FAILED grant/role audit to shop_app");
    }

    @Test
    void maintainIsAPrivilegeWhereTheServerHasIt() {
        assertThat(Trial.failures(orders(17, "grant maintain on orders to shop_app", "{shop_app: [maintain]}")))
                .isEmpty();
        assertThat(Trial.failures(orders(16, "select 1", "{shop_app: [maintain]}")))
                .containsExactly("FAILED grant/role orders to shop_app");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{shop_app: [selct]}                    | 'selct' is no privilege on a table (did you mean 'select'?)",
                "{shop_app: [usage]}                    | 'usage' is no privilege on a table",
                "{shop_app: [delete (id)]}              | 'delete' cannot be granted on columns",
                "{shop_app: [update (id]}               | expected a comma or a closing parenthesis",
                "{shop_app: [update (]}                 | expected a column",
                "{shop_app: ['select, insert']}         | each privilege is an item of the list",
                "{shop_app: [select with grant]}        | expected 'with grant option'",
                "{shop_app: [select, select]}           | 'select' is stated twice",
                "{shop_app: ['''x''']}                  | expected a privilege",
                "{shop_app: [], $application: []}       | 'shop_app' is stated twice",
                "{$aplication: []}                      | did you mean '$application'",
                "{shop_app: }                           | found nothing, expected a list of privileges",
            })
    void whatCannotBeGrantedIsAProblemOfTheSpec(String grants, String problem) {
        String quoted = grants.replace("update (id]", "'update (id']").replace("update (]", "'update (']");
        assertThatThrownBy(() -> orders(18, "select 1", quoted))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void theApplicationMustBeNamed() {
        assertThatThrownBy(() -> new Trial(folder)
                        .migration("1.sql", ORDERS)
                        .verify(TABLE + "    grants: {$application: [select]}\n"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("roles.application");
    }
}
