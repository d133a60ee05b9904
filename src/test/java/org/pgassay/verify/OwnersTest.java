package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.spec.SpecException;

/** Owners by pattern and by object; default privileges; comments and schemas of a closed spec. */
class OwnersTest {

    private static final String SETUP =
            "create role auditor; create role definer; grant auditor, definer to current_user;";

    private static final String SQL = """
            create table orders (id bigint generated always as identity);
            create table audit_log (id serial) ;
            create table "Odd; table" (id int);
            create function sec_check() returns int language sql as 'select 1';
            create view v as select 1 as x;
            create type mood as enum ('ok');
            alter table audit_log owner to auditor;
            alter function sec_check() owner to definer;
            """;

    private static final String OWNERS = """
            roles: {setup: roles.sql}
            owners:
              "*": $owner
              "audit_*": auditor
              "function sec_*": definer
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(int major, String sql, String yaml) {
        return new Trial(folder)
                .write("roles.sql", SETUP)
                .migration("1.sql", SQL + sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theLastPatternThatMatchesDecides(int major) {
        Report report = verify(major, "", OWNERS);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "owner/role", "*").examined()).isEqualTo(4);
        assertThat(Trial.finding(report, "owner/role", "audit_*").examined()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void eachObjectThatBelongsToAnotherIsNamed(int major) {
        Report report = verify(
                major,
                "alter table \"Odd; table\" owner to auditor; alter type mood owner to auditor;"
                        + "alter function sec_check() owner to current_user;",
                OWNERS);

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED owner/role \"Odd; table\"", "FAILED owner/role mood", "FAILED owner/role sec_check()");
    }

    @Test
    void aPatternThatSaysNothingIsVacuous() {
        assertThat(
                        Trial.failures(
                                verify(
                                        18,
                                        "",
                                        "roles: {setup: roles.sql}\nowners: {\"table sec_*\": definer, \"order*\": postgres, orders: $owner}\n")))
                .containsExactly("VACUOUS owner/role order*", "VACUOUS owner/role table sec_*");
        assertThat(Trial.failures(verify(18, "", "roles: {setup: roles.sql}\nowners: {orders: ghost}\n")))
                .containsExactly("FAILED owner/role orders");
        assertThatThrownBy(() -> verify(18, "", "owners: {orders: public}\n"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("PUBLIC stands for every role");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void anObjectsOwnStatementWinsOverPatterns(int major) {
        String yaml = OWNERS + "tables: {audit_log: {owner: $owner}, orders: {owner: $owner}}\n";

        assertThat(Trial.failures(verify(major, "", yaml)))
                .containsExactly("VACUOUS owner/role audit_*", "FAILED owner/role audit_log");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void inAClosedSpecWhatIsNotStatedBelongsToTheMigrator(int major) {
        String yaml = "roles: {setup: roles.sql}\nclosed: all\ntables: {audit_log: {owner: auditor}, orders: {}}\n";

        assertThat(Trial.failures(verify(major, "", yaml)).stream().filter(each -> each.contains("owner/")))
                .containsExactly("FAILED owner/closed sec_check()");
        assertThat(Trial.failures(
                                verify(
                                        major,
                                        "",
                                        "roles: {setup: roles.sql}\nclosed: all\nowners: {\"table *\": postgres, \"audit*\": auditor}\n"))
                        .stream()
                        .filter(each -> each.contains("owner/")))
                .containsExactly(
                        "FAILED owner/closed mood", "FAILED owner/closed sec_check()", "FAILED owner/closed v");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void otherSchemasAndPartitionsAreObjectsToo(int major) {
        String sql = """
                create schema app; create table app.t (id int) partition by range (id);
                create table app.t1 partition of app.t for values from (1) to (2);
                alter table app.t1 owner to auditor;
                """;
        String yaml =
                "roles: {setup: roles.sql}\nschemas: [public, app]\nowners: {\"app.*\": $owner, \"schema *\": $owner}\n";

        assertThat(Trial.failures(verify(major, sql + "alter schema public owner to current_user;", yaml)))
                .containsExactly("FAILED owner/role app.t1");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void defaultPrivilegesAreCheckedEntryByEntry(int major) {
        String yaml = """
                roles: {setup: roles.sql}
                closed: [defaultPrivileges]
                defaultPrivileges:
                  - {for: $owner, in: public, on: tables, grants: {auditor: [select]}}
                  - {for: $owner, on: functions, grants: {public: []}}
                  - {for: auditor, on: sequences, grants: {definer: all}}
                  - {for: definer, on: types, grants: {auditor: [usage]}}
                """;
        String fine = """
                alter default privileges in schema public grant select on tables to auditor;
                alter default privileges revoke execute on functions from public;
                alter default privileges for role auditor grant all on sequences to definer;
                alter default privileges for role definer grant usage on types to auditor;
                """;

        assertThat(Trial.failures(verify(major, fine, yaml))).isEmpty();
        String bad = """
                alter default privileges in schema public grant insert on tables to auditor;
                alter default privileges grant execute on functions to definer;
                alter default privileges for role auditor revoke all on sequences from auditor;
                alter default privileges for role definer revoke usage on types from public;
                alter default privileges for role definer grant select on tables to auditor;
                """;
        assertThat(Trial.failures(verify(major, fine + bad, yaml)))
                .containsExactly(
                        "FAILED default-privileges/closed for role definer on tables",
                        "FAILED default-privileges/definition for role $owner in schema public on tables",
                        "FAILED default-privileges/definition for role $owner on functions",
                        "FAILED default-privileges/definition for role auditor on sequences",
                        "FAILED default-privileges/definition for role definer on types");
    }

    @Test
    void aDefaultThatIsStatedTwiceOrOfAnUnknownRoleIsSeen() {
        assertThatThrownBy(() -> verify(18, "", """
                        defaultPrivileges:
                          - {for: $owner, on: tables, grants: {a: [select]}}
                          - {for: $owner, on: tables, grants: {a: [usage]}}
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("stated twice")
                .hasMessageContaining("'usage' is no privilege on a table");
        assertThat(Trial.failures(verify(
                        18,
                        "",
                        "roles: {setup: roles.sql}\ndefaultPrivileges: [{for: ghost, on: tables, grants: {}}]\n")))
                .containsExactly("FAILED default-privileges/definition for role ghost on tables");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void closedCommentsAndSchemas(int major) {
        String yaml = """
                roles: {setup: roles.sql}
                closed: [schemas]
                tables:
                  orders: {closed: comments, comment: What was bought, columns: {id: bigint generated always as identity}}
                """;
        String fine = "comment on table orders is 'What was bought';";

        assertThat(Trial.failures(verify(major, fine, yaml))).isEmpty();
        assertThat(Trial.failures(
                        verify(major, fine + "create schema hidden; comment on column orders.id is 'Mine';", yaml)))
                .containsExactly("FAILED comment/closed orders.id", "FAILED schema/closed hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void closedAllSaysNothingOfWhatPostgresqlMakesItself(int major) {
        Report report = new Trial(folder)
                .migration("1.sql", "create table t ();")
                .verify(
                        "closed: all\nschemas: {public: {}}\ntables: {t: {}}\n",
                        VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).isEmpty();
    }
}
