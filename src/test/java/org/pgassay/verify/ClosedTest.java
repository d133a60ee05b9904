package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed world lets nothing through that the spec does not name. */
class ClosedTest {

    @TempDir
    Path folder = Path.of("");

    private Report verify(String sql, String yaml) {
        return new Trial(folder).migration("1.sql", sql).verify(yaml);
    }

    @Test
    void twoChecksOnOneColumnOfWhichOneIsStated() {
        Report report = verify(
                "create table t (id int check (id > 0) constraint second check (id < 9))",
                "tables: {t: {columns: {id: int check (id > 0)}, closed: constraints}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED constraint/closed t.second");
    }

    @Test
    void theSameCheckTwiceOfWhichOneIsStated() {
        Report report = verify(
                "create table t (id int check (id > 0) constraint again check (id > 0))",
                "tables: {t: {columns: {id: int check (id > 0)}, closed: all}}");

        assertThat(Trial.failures(report)).hasSize(1).first().asString().startsWith("FAILED constraint/closed t.");
    }

    @Test
    void aCheckThatIsNotTheStatedOneCoversNoOther() {
        Report report = verify(
                "create table t (id int check (id > 1) constraint b check (id > 2))",
                "tables: {t: {columns: {id: int check (id > 0)}, closed: constraints}}");

        assertThat(Trial.failures(report)).hasSize(2).anyMatch(each -> each.startsWith("FAILED constraint/closed"));
    }

    @Test
    void aForeignKeyNextToAnotherOnTheSameColumn() {
        Report report = verify(
                "create table a (id int primary key); create table b (id int primary key);"
                        + " create table t (id int references a constraint extra references b)",
                "tables: {a: {columns: {id: int primary key}}, t: {columns: {id: int references a}, closed: constraints}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED constraint/closed t.extra");
    }

    @Test
    void aNamedConstraintCoversOnlyItself() {
        Report report = verify(
                "create table t (id int constraint a unique); alter table t add constraint b unique (id)",
                "tables: {t: {columns: {id: int}, constraints: {a: unique (id)}, closed: all}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED constraint/closed t.b");
    }

    @Test
    void aUniqueIndexIsNoUniqueConstraintAndTheOtherWayRound() {
        String constraint = "create table t (id int, constraint u unique (id))";
        String index = "create table t (id int); create unique index u on t (id)";
        String statesConstraint = "tables: {t: {columns: {id: int}, constraints: {u: unique (id)}, closed: all}}";
        String statesIndex = "tables: {t: {columns: {id: int}, indexes: {u: unique (id)}, closed: all}}";

        assertThat(Trial.failures(verify(constraint, statesConstraint))).isEmpty();
        assertThat(Trial.failures(verify(index, statesIndex))).isEmpty();
        assertThat(Trial.failures(verify(index, statesConstraint)))
                .containsExactly("FAILED index/closed u", "FAILED unique/definition t.u");
        assertThat(Trial.failures(verify(constraint, statesIndex))).contains("FAILED constraint/closed t.u");
    }

    @Test
    void theIndexBehindAnExclusionConstraintCountsWithIt() {
        String sql = "create table t (r int4range, constraint x exclude using gist (r with &&))";

        assertThat(
                        Trial.failures(
                                verify(
                                        sql,
                                        "tables: {t: {columns: {r: int4range}, constraints: {x: exclude using gist (r with &&)}, closed: all}}")))
                .isEmpty();
        assertThat(Trial.failures(verify(sql, "tables: {t: {columns: {r: int4range}, closed: all}}")))
                .containsExactly("FAILED constraint/closed t.x");
    }

    @Test
    void theSequencesOfIdentityAndSerialAreNoTables() {
        assertThat(Trial.failures(verify(
                        "create table t (id int generated always as identity primary key, n serial)",
                        "closed: tables\ntables: {t: {columns: {id: int generated always as identity primary key, n: serial},"
                                + " closed: all}}")))
                .isEmpty();
    }

    @Test
    void everyKindOfTableMustBeNamed() {
        Report report = verify("""
                create table p (id int) partition by list (id);
                create table p1 partition of p for values in (1) partition by list (id);
                create table p11 partition of p1 default;
                create table parent (id int);
                create table child (more int) inherits (parent);
                create unlogged table loose (id int);
                create view v as select 1 as one;
                create materialized view m as select 1 as one;
                """, "closed: [tables]\ntables: {p: {}, parent: {}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED table/closed child", "FAILED table/closed loose");
    }

    @Test
    void inheritedColumnsAndConstraintsAreTheChildsOwnAffair() {
        Report report = verify("""
                create table parent (id int check (id > 0), t text);
                create table child (more int) inherits (parent);
                """, "tables: {child: {columns: {more: int}, inherits: parent, closed: all}}");

        assertThat(Trial.failures(report))
                .containsExactly("FAILED column/closed child.id", "FAILED column/closed child.t");
    }

    @Test
    void tablesOfEverySchemaOfTheSpecMustBeNamed() {
        Report report = verify(
                "create schema audit; create table t (id int); create table audit.t (id int); create table audit.u (id int);"
                        + " create schema other; create table other.x (id int)",
                "schemas: [public, audit]\nclosed: tables\ntables: {t: {}, audit.u: {}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED table/closed audit.t");
    }

    @Test
    void aTableWithoutAnyPartIsClosedHonestly() {
        Report report = verify("create table t ()", "tables: {t: {closed: all}}");

        assertThat(Trial.failures(report)).isEmpty();
    }

    @Test
    void aTableThatIsMissingClosesNothing() {
        Report report = verify("create table other ()", "tables: {t: {closed: all}}");

        assertThat(Trial.failures(report))
                .contains("FAILED table/exists t", "VACUOUS column/closed t", "VACUOUS index/closed t");
    }

    @Test
    void noTableAtAllClosesNothing() {
        assertThat(Trial.failures(verify("select 1", "closed: tables"))).containsExactly("VACUOUS table/closed tables");
    }

    @Test
    void anInvalidIndexIsNoIndex() {
        Report report = verify(
                "create table p (id int) partition by list (id); create table p1 partition of p default;"
                        + " create index i on only p (id)",
                "tables: {p: {indexes: {i: (id)}}}");

        assertThat(Trial.finding(report, "index/definition", "i").message()).contains("is invalid");
    }
}
