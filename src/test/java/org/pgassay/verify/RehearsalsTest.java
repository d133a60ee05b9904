package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** What undoing, repeating and trying queries find, and what they do not find where there is nothing. */
class RehearsalsTest {

    private static final String EACH = "revisions: {reversible: each}\n";

    @TempDir
    private Path folder;

    private Trial trial() {
        return new Trial(folder);
    }

    private Trial goodPairs() {
        return trial().migration("001.up.sql", "create table a (id int primary key, note text)")
                .migration("001.down.sql", "drop table a")
                .migration(
                        "002.up.sql",
                        "create type mood as enum ('x'); alter table a add m mood;"
                                + " create sequence s; create index i on a (note); comment on table a is 'rows'")
                .migration(
                        "002.down.sql",
                        "comment on table a is null; drop index i; drop sequence s;"
                                + " alter table a drop m; drop type mood");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatIsUndoneWithoutATracePasses(int major) {
        Report report = goodPairs()
                .verify(
                        "revisions: {reversible: each, convergent: true}",
                        VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "revision/reversible", "001").verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(Trial.finding(report, "revision/reversible", "002").verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(Trial.finding(report, "revision/convergent", "undone-and-applied-again")
                        .message())
                .isEqualTo("applied undone and applied again, the revisions make the schema that they make all at once;"
                        + " 2 revisions of 2 were undone.");
    }

    @Test
    void whatADownLeavesBehindOrLosesIsNamedObjectByObject() {
        Report report = trial().migration("001.up.sql", "create table a (id int primary key, note text); create role r")
                .migration("001.down.sql", "drop table a; drop role r")
                .migration("002.up.sql", """
                        create type mood as enum ('x'); alter table a add m mood; create index i on a (note);
                        comment on table a is 'rows'; grant select on a to r; create sequence s; create schema extra;
                        create table extra.t (id int); drop index if exists nothing; alter table a alter note set not null
                        """)
                .migration("002.down.sql", "alter table a drop m")
                .migration("003.sql", "create table c (id int)")
                .verify(EACH);

        Finding finding = Trial.finding(report, "revision/reversible", "002");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.message())
                .isEqualTo("undoing revision 002 does not bring back the schema that was before it: schema extra stays"
                        + " behind; table extra.t stays behind; table a has another comment: none became rows; another"
                        + " grants: none became SELECT to r; column a.note has another not null: no became yes; and 3"
                        + " more.");
        assertThat(finding.evidence())
                .contains(
                        "schema extra stays behind",
                        "table extra.t stays behind",
                        "table a has another comment: none became rows; another grants: none became SELECT to r",
                        "column a.note has another not null: no became yes",
                        "index i stays behind",
                        "sequence s stays behind",
                        "type mood stays behind");
        assertThat(Trial.finding(report, "revision/reversible", "001").verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(Trial.finding(report, "revision/reversible", "003").message())
                .startsWith("revision 003 cannot be undone at ")
                .contains("no file undoes it: there is no 003.down.sql beside it");
    }

    @Test
    void aDownThatDropsMoreThanItsRevisionMadeIsFound() {
        Report report = trial().migration("001.up.sql", "create table a (id int primary key, note text, x int)")
                .migration("001.down.sql", "drop table a")
                .migration("002.up.sql", "alter table a add y int")
                .migration("002.down.sql", "alter table a drop y; alter table a drop x")
                .verify(EACH);

        assertThat(Trial.failures(report)).containsExactly("FAILED revision/reversible 002");
        assertThat(Trial.finding(report, "revision/reversible", "002").evidence())
                .containsExactly("column a.x is gone", "a.x is gone, and with it what 3 rows held in it");
    }

    @Test
    void whatCannotBeAppliedAgainOrMakesAnotherSchemaThenIsFound() {
        Report report = trial().migration(
                        "001.up.sql", "create table a (id int); create sequence one; create sequence two")
                .migration("001.down.sql", "drop table a; drop sequence one; drop sequence two")
                .migration("002.up.sql", """
                        do $$ begin
                          if nextval('one') > 1 then alter table a add second int;
                          else alter table a add first int; end if;
                        end $$""")
                .migration("002.down.sql", "alter table a drop column if exists first, drop column if exists second")
                .migration(
                        "003.up.sql",
                        "do $$ begin if nextval('two') > 1 then raise 'once only'; end if; end $$;"
                                + " create table b (id int)")
                .migration("003.down.sql", "drop table b")
                .verify(EACH);

        assertThat(Trial.finding(report, "revision/reversible", "002").message())
                .isEqualTo("revision 002 makes another schema when it is applied again: column a.first is gone;"
                        + " column a.second was added.");
        assertThat(Trial.finding(report, "revision/reversible", "003").message())
                .startsWith("revision 003 cannot be applied again once it was undone, at ")
                .contains("once only");
    }

    @Test
    void exceptionsMustBeNeededAndIdsMustBeThere() {
        Report report = goodPairs()
                .migration("003.sql", "create table c (id int)")
                .verify("revisions: {reversible: {each: true, except: {'003': forward only, '002': no need}},"
                        + " downTo: '001'}");

        assertThat(Trial.failures(report)).containsExactly("FAILED revision/reversible 002");
        assertThat(Trial.finding(report, "revision/reversible", "003").message())
                .isEqualTo("revision 003 need not be undone: forward only.");
        assertThat(report.results().stream()
                        .map(result -> result.finding().subject())
                        .filter("001"::equals))
                .as("applies, and is not undone")
                .hasSize(1);

        Report unknown = goodPairs().verify("revisions: {reversible: each, downTo: '004', convergent: true}");
        assertThat(Trial.failures(unknown))
                .contains("FAILED revision/reversible 004", "FAILED revision/convergent 004");
        Report vacuous = goodPairs().verify("revisions: {downTo: '003'}");
        assertThat(Trial.failures(vacuous)).containsExactly("VACUOUS revision/reversible reversible");
    }

    @Test
    void migrationsThatMakeRolesAreRehearsedAndTheRolesOfTheVerifiedDatabaseStay() throws SQLException {
        Trial trial = trial().migration(
                        "001.up.sql", "create role first_r; create table a (id int);" + " grant select on a to first_r")
                .migration("001.down.sql", "drop table a; drop role first_r");

        Report report = trial.verify("revisions: {reversible: each, convergent: true}\n"
                + "tables: {a: {columns: {id: int}, grants: {first_r: [select]}}}");

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(left()).isEmpty();
    }

    /** What a run has left on the server. */
    static List<String> left() throws SQLException {
        try (Connection connection =
                        org.pgassay.postgres.server.TestServers.shared(18).open("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select datname from pg_database where datname like 'pgassay_%'"
                                + " union all select rolname from pg_roles where rolname like 'pgassay_%' or rolname = 'first_r'")) {
            TreeSet<String> left = new TreeSet<>();
            while (rows.next()) {
                left.add(rows.getString(1));
            }
            return List.copyOf(left);
        }
    }

    @Test
    void whatDependsOnTheWayIsNotConvergent() {
        Report report = trial().migration("001.sql", "create table a (id int)")
                .migration("002.up.sql", "alter table a add b int, add c int")
                .migration("002.down.sql", "alter table a drop b")
                .migration("003.up.sql", "create index if not exists i on a (c)")
                .migration("003.down.sql", "drop index i")
                .verify("revisions: {convergent: true, downTo: '001', reversible: {each: true, except: {'003': no}}}");

        assertThat(Trial.finding(report, "revision/convergent", "one-by-one").verdict())
                .isEqualTo(Verdict.PASSED);

        Report whole = trial().verify("revisions: {convergent: true, downTo: '001'}");
        assertThat(Trial.finding(whole, "revision/convergent", "undone-and-applied-again")
                        .message())
                .startsWith("the revisions can be applied all at once, but not undone and applied again: revision 002"
                        + " fails at ")
                .contains("column \"c\" of relation \"a\" already exists");
        Report order = trial().migration("002.up.sql", "alter table a add b int; alter table a add if not exists c int")
                .migration("002.down.sql", "alter table a drop b")
                .verify("revisions: {convergent: true, downTo: '001'}");
        assertThat(Trial.finding(order, "revision/convergent", "undone-and-applied-again")
                        .evidence())
                .containsExactly("table a has another order of columns: id, b, c became id, c, b");
    }

    @Test
    void whatCannotBeRunTwiceIsNotReplayable() {
        String yaml = "revisions: {replayable: true}";
        Report refused = trial().migration("001.sql", "create table if not exists a (id int);\ncreate table b (id int)")
                .verify(yaml);
        assertThat(Trial.finding(refused, "revision/replayable", "replayable").message())
                .startsWith("run again, revision 001 fails at ")
                .endsWith("001.sql:2, statement 2: ERROR 42P07: relation \"b\" already exists.");

        Report changed = trial().migration(
                        "001.sql",
                        "create table if not exists a (id int); insert into a values (1); create table if not exists"
                                + " k (id int primary key, n int); insert into k values (1, 1) on conflict (id) do update"
                                + " set n = k.n + 1; drop table if exists b; alter table a add column if not exists z int;"
                                + " do $$ begin execute format('create view v%s as select 1 as x', (select count(*) from a));"
                                + " end $$")
                .verify(yaml);
        assertThat(Trial.finding(changed, "revision/replayable", "replayable").evidence())
                .containsExactly("view v2 was added", "k.n has other values in 1 of 1 row", "a holds 1 row more");

        Report good = trial().migration(
                        "001.sql",
                        "create table if not exists a (id int primary key); insert into a values (1) on conflict do"
                                + " nothing; create or replace view v as select id from a")
                .verify(yaml);
        assertThat(Trial.failures(good)).isEmpty();
    }

    @Test
    void aDownThatLosesDataSilentlyIsFound() {
        Report report = trial().migration(
                        "001.up.sql", "create table a (id int primary key, note text not null, n int)")
                .migration("001.down.sql", "drop table a")
                .migration("002.up.sql", "alter table a rename note to remark")
                .migration(
                        "002.down.sql",
                        "alter table a add note text; update a set note = ''; alter table a alter note set"
                                + " not null; alter table a drop remark; alter table a add n2 int; update a set n2 = n; alter"
                                + " table a drop n; alter table a rename n2 to n")
                .migration("003.up.sql", "create table b (id int primary key)")
                .migration("003.down.sql", "drop table b; truncate a")
                .verify(EACH);

        assertThat(Trial.finding(report, "revision/reversible", "002").message())
                .isEqualTo(
                        "undoing revision 002 brings back the schema and loses data: a.note has other values in 3 of 3"
                                + " rows.");
        assertThat(Trial.finding(report, "revision/reversible", "003").message())
                .isEqualTo("undoing revision 003 brings back the schema and loses data: a has lost 3 of its 3 rows.");
    }

    @Test
    void notNullWithoutDefaultIsFoundOnATableThatHoldsRowsOnly() {
        Trial trial = trial().migration("001.sql", "create table orders (id int primary key, total numeric(8,2))")
                .migration("002.sql", "create table other (id int)")
                .migration("003.sql", "alter table orders add currency text not null");

        Report report = trial.verify("revisions: {populated: {at: '001', rows: 4, losses: {orders.total: rounded}}}");

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED revision/populated 003",
                        "UNVERIFIED revision/populated orders",
                        "UNVERIFIED revision/populated orders.total");
        assertThat(Trial.finding(report, "revision/populated", "003").message())
                .startsWith("revision 003 applies to empty tables, and fails on tables that hold rows at ")
                .endsWith(
                        "003.sql:1, statement 1: ERROR 23502: column \"currency\" of relation \"orders\" contains null"
                                + " values.");

        Report reversible = trial.migration("003.down.sql", "alter table orders drop currency")
                .verify("revisions: {reversible: each, downTo: '002'}");
        assertThat(Trial.failures(reversible)).containsExactly("UNVERIFIED revision/reversible 003");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void whatRevisionsDoToRowsIsFoundColumnByColumn(int major) {
        Report report = trial().migration("001.sql", """
                        create table kept (id int primary key, name varchar(20) not null, n int);
                        create table gone (id int primary key);
                        create table keyless (a text not null, b int);
                        create table seeded (id int primary key, v text); insert into seeded values (1, 'one');
                        create table never (id int primary key, check (id < 0 and id > 0))
                        """)
                .migration("002.sql", "alter table kept alter id type bigint, alter name type text; drop table gone")
                .migration(
                        "003.sql",
                        "alter table kept alter n type text using '#' || coalesce(n, 0);"
                                + " update keyless set a = upper(a) || '!'; insert into seeded values (2, 'two')")
                .migration("004.sql", "alter table keyless drop b; update seeded set v = 'uno' where id = 1")
                .verify(
                        "revisions: {populated: {at: '001', rows: 5, losses: {keyless.b: not used, gone: replaced,"
                                + " kept.name: never}}}",
                        VerifyOptions.defaults().onPostgres(major));

        assertThat(Trial.failures(report))
                .containsExactlyInAnyOrder(
                        "FAILED revision/populated kept.n",
                        "FAILED revision/populated keyless.a",
                        "FAILED revision/populated seeded.v",
                        "FAILED revision/populated kept.name",
                        "UNVERIFIED revision/populated never");
        assertThat(Trial.finding(report, "revision/populated", "kept.n").message())
                .isEqualTo("since revision 003, kept.n has other values in 5 of 5 rows (its type was integer, and is"
                        + " text).");
        assertThat(Trial.finding(report, "revision/populated", "seeded.v").message())
                .isEqualTo("since revision 004, seeded.v has other values in 1 of 1 row.");
        assertThat(Trial.finding(report, "revision/populated", "kept.name").message())
                .isEqualTo("kept.name is declared as a loss, and nothing of it is lost.");
        assertThat(Trial.finding(report, "revision/populated", "gone").message())
                .isEqualTo("since revision 002, gone is gone, and with it 5 rows, which is accepted: replaced.");
        assertThat(Trial.finding(report, "revision/populated", "kept").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void populatedSaysNothingWhereThereIsNothingToFollow() {
        Trial trial = trial().migration("001.sql", "create sequence s").migration("002.sql", "create table t (id int)");

        assertThat(Trial.failures(trial.verify("revisions: {populated: {at: '001'}}")))
                .containsExactly("VACUOUS revision/populated populated");
        assertThat(Trial.failures(trial.verify("revisions: {populated: {at: '002'}}")))
                .contains("VACUOUS revision/populated populated");
        assertThat(Trial.failures(trial.verify("revisions: {populated: {at: '02'}}")))
                .containsExactly("FAILED revision/populated 02");
    }

    @Test
    void aLockThatIsHeldForLongIsMeasured() throws SQLException {
        Trial trial = trial().migration("001.sql", "create table a (id int primary key); create table b (id int)")
                .migration("002.sql", "begin; alter table a add n int; select pg_sleep(2.5); commit")
                .migration("003.sql", "alter table b add n int; select pg_sleep(1.5)");

        Report report = trial.verify("locks: {maxBlocked: 1s}");

        assertThat(Trial.failures(report)).containsExactly("FAILED lock/blocked 002 a");
        assertThat(Trial.finding(report, "lock/blocked", "002 a").message())
                .isEqualTo("while revision 002 is applied, reading and writing a stands still for longer than 1s.");
        assertThat(Trial.finding(report, "lock/blocked", "003").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.timings().get("blocked: 002 a")).isBetween(2000L, 30_000L);
        assertThat(report.timings().get("blocked: 003 b")).isLessThan(1000L);
        assertThat(left()).isEmpty();

        Report excepted = trial.verify("locks: {maxBlocked: 1s, except: {'002 a': at night, '003': no need}}");
        assertThat(Trial.failures(excepted)).containsExactly("FAILED lock/exception 003");
    }
}
