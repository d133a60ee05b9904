package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners, privileges and comments of what is no table. */
class ObjectAccessTest {

    private static final String YAML = """
            roles: {application: app, setup: roles.sql}
            views:
              v:
                is: select 1 as x
                grants: {app: [select, "update (x)"]}
                owner: $owner
                comment: One
            materializedViews:
              m: {is: select 1 as x, grants: {app: all}, indexes: {m_x: {is: (x), comment: By x}}}
            sequences:
              s: {is: "", grants: {app: [usage, select]}, comment: Numbers}
            functions:
              f(integer): {is: returns integer language sql, grants: {app: [execute], public: []}, owner: other, comment: ""}
              f(text): {is: returns integer language sql, grants: {public: [execute]}, comment: Of text}
            types:
              mood: {is: enum ('ok'), grants: {app: [usage], public: []}, comment: How one feels}
            """;

    private static final String SQL = """
            create table t ();
            create view v as select 1 as x; comment on view v is 'One';
            grant select on v to app; grant update (x) on v to app;
            create materialized view m as select 1 as x; create index m_x on m (x); comment on index m_x is 'By x';
            grant all on m to app;
            create sequence s; grant usage, select on s to app; comment on sequence s is 'Numbers';
            create function f(int) returns int language sql as 'select 1';
            create function f(text) returns int language sql as 'select 1';
            revoke execute on function f(int) from public; grant execute on function f(int) to app;
            alter function f(int) owner to other; comment on function f(text) is 'Of text';
            create type mood as enum ('ok'); revoke usage on type mood from public; grant usage on type mood to app;
            comment on type mood is 'How one feels';
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(int major, String sql, String yaml) {
        return new Trial(folder)
                .write("roles.sql", "create role other; create role app;")
                .migration("1.sql", SQL + sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatIsStatedWithAnObjectOfAnyKindPasses(int major) {
        Report report = verify(major, "", YAML);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "grant/role", "f(integer) to PUBLIC").observed())
                .isEqualTo("no privileges");
        assertThat(Trial.finding(report, "grant/role", "m to app").observed()).isEqualTo("ALL");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatDiffersIsFoundOnTheRightOneOfTwoOverloads(int major) {
        String bad = """
                alter view v owner to other; grant delete on v to app; comment on view v is null;
                revoke all on m from app; comment on index m_x is 'Other';
                grant update on s to app; comment on sequence s is 'Other';
                grant execute on function f(int) to public; revoke execute on function f(text) from public;
                alter function f(int) owner to current_user; comment on function f(int) is 'Other';
                grant usage on type mood to public; comment on type mood is null;
                """;

        assertThat(Trial.failures(verify(major, bad, YAML)))
                .containsExactly(
                        "FAILED comment/text f(integer)",
                        "FAILED comment/text m_x",
                        "FAILED comment/text mood",
                        "FAILED comment/text s",
                        "FAILED comment/text v",
                        "FAILED grant/role f(integer) to PUBLIC",
                        "FAILED grant/role f(text) to PUBLIC",
                        "FAILED grant/role m to app",
                        "FAILED grant/role mood to PUBLIC",
                        "FAILED grant/role s to app",
                        "FAILED grant/role v to app",
                        "FAILED owner/role f(integer)",
                        "FAILED owner/role v");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aClosedSpecKnowsWhatPostgresqlGrantsByItself(int major) {
        String yaml = YAML.replace("owner: $owner", "owner: postgres")
                + "tables: {t: {}}\nclosed: all\nowners: {\"*\": $owner}\n";

        assertThat(Trial.failures(verify(major, "", yaml))).isEmpty();
        assertThat(Trial.failures(verify(
                        major,
                        "grant select on s to other; grant usage on type mood to other;"
                                + "grant execute on function f(text) to app; comment on materialized view m is 'Mine';"
                                + "comment on function f(int) is null;",
                        yaml)))
                .containsExactly(
                        "FAILED comment/closed m",
                        "FAILED grant/closed f(text)",
                        "FAILED grant/closed mood",
                        "FAILED grant/closed s");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void commentsOnThePartsOfTypesAreStatedAndClosed(int major) {
        String types = """
                create type address as (street text, zip text); comment on column address.zip is 'Four digits';
                create domain amount as int constraint positive check (value > 0);
                comment on constraint positive on domain amount is 'No refunds';
                """;
        String yaml = YAML.replace("owner: $owner", "owner: postgres") + """
                  address: {is: "composite (street text, zip text)", attributes: {zip: {comment: Four digits}}}
                  amount:
                    is: domain int constraint positive check (value > 0)
                    constraints: {positive: {comment: No refunds}}
                tables: {t: {}}
                closed: all
                owners: {"*": $owner}
                """;

        assertThat(Trial.failures(verify(major, types, yaml))).isEmpty();
        assertThat(Trial.failures(verify(
                        major,
                        types + "comment on column address.zip is null; comment on column address.street is 'New';"
                                + "comment on constraint positive on domain amount is 'Refunds';",
                        yaml)))
                .containsExactly(
                        "FAILED comment/closed address.street",
                        "FAILED comment/text address.zip",
                        "FAILED comment/text amount.positive");
    }
}
