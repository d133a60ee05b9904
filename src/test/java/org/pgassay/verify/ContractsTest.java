package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** Queries of the release in production, tried after each revision. */
class ContractsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Trial trial() {
        return new Trial(folder);
    }

    @Test
    void aContractThatBreaksBetweenAndIsHealedLaterIsFound() {
        Report report = trial().migration("001.sql", "create table users (id int, email text, name text)")
                .migration("002.sql", "alter table users rename name to full_name")
                .migration("003.sql", "alter table users add name text")
                .migration("004.sql", "grant select on users to app; create table other (id int)")
                .verify("""
                        roles: {owner: o, application: app}
                        contracts:
                          granted: select id from users where email = :email
                          late: {sql: "select id from other where id = :id", since: '004'}
                        """);

        assertThat(Trial.finding(report, "contract/prepared", "granted").message())
                .isEqualTo("granted works after each revision from 004 to 004, tried as app.");
        assertThat(Trial.finding(report, "contract/prepared", "late").message())
                .isEqualTo("late works after no revision at all, tried as app: ERROR 42501: permission denied for table"
                        + " other.");

        Report owner =
                trial().migration("004.sql", "create table other (id int)").verify("""
                contracts:
                  find: "select id, 'a :b' as s, name::text from users where email = :email and name = :name -- :c"
                  until: {sql: "select name from users", until: '001'}
                  since: {sql: "insert into users (id, name) values (:id, :name)", since: '003'}
                  never: select nothing from users
                """);
        Finding find = Trial.finding(owner, "contract/prepared", "find");
        assertThat(find.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(find.message())
                .startsWith("find does not work after revision 002, tried as ")
                .contains("the spec names no roles.application")
                .contains("ERROR 42703: column \"name\" does not exist. It works again after revision 003");
        assertThat(Trial.failures(owner))
                .containsExactly("FAILED contract/prepared find", "FAILED contract/prepared never");
    }

    @Test
    void privilegesThatAreTakenAwayBreakAContract() {
        Report report = trial().migration(
                        "001.sql",
                        "create table t (id int, secret text); grant select on t to app; create function f() returns int"
                                + " language plpgsql as 'begin return 1; end'")
                .migration("002.sql", "revoke select on t from app; grant select (id) on t to app")
                .migration("003.sql", "revoke execute on function f() from public")
                .verify("""
                        roles: {owner: o, application: app}
                        contracts:
                          whole: select * from t where id = :id
                          part: select id from t where id = :id
                          call: select f()
                        """);

        assertThat(Trial.finding(report, "contract/prepared", "whole").message())
                .isEqualTo("whole does not work after revision 002, tried as app: ERROR 42501: permission denied for"
                        + " table t.");
        assertThat(Trial.finding(report, "contract/prepared", "part").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(Trial.finding(report, "contract/prepared", "call").message())
                .isEqualTo("call does not work after revision 003, tried as app: ERROR 42501: permission denied for"
                        + " function f.");
    }
}
