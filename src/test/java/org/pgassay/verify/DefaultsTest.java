package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.spec.SpecException;

/** A group of defaults counts as written in the tables that use it. */
class DefaultsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Trial trial() {
        return new Trial(folder).migration("001.sql", """
                        create table a (id int primary key, created_at timestamptz not null default now(), tenant_id int not null);
                        create index ix_a_tenant on a (tenant_id);
                        create table b (id int primary key, created_at timestamptz);
                        create table c (id int primary key);
                        """);
    }

    @Test
    void checksAndClosedWorldsSeeTheGroupAsIfItStoodInTheTable() {
        Report report = trial().verify("""
                defaults:
                  timestamps: {on: "*", except: [c], columns: {created_at: timestamptz not null default now()}}
                  tenant: {columns: {tenant_id: int not null}, indexes: {"ix_{table}_tenant": (tenant_id)}}
                tables:
                  a: {use: [tenant], columns: {id: int primary key}, closed: all}
                  b: {columns: {id: int primary key}, closed: all}
                  c: {columns: {id: int primary key}, closed: all}
                """);

        assertThat(Trial.failures(report)).containsExactly("FAILED column/definition b.created_at");
        assertThat(Trial.finding(report, "column/definition", "b.created_at")
                        .location()
                        .line())
                .isEqualTo(4);
        assertThat(Trial.finding(report, "index/definition", "ix_a_tenant")
                        .location()
                        .line())
                .isEqualTo(5);
        assertThat(report.results())
                .noneMatch(result -> result.finding().subject().equals("c.created_at"));
    }

    @Test
    void aTablesOwnAbsentStandsBeforeTheGroup() {
        Report report = trial().verify("""
                defaults: {timestamps: {on: "*", columns: {created_at: timestamptz not null default now()}}}
                tables: {a: {}, c: {columns: {created_at: absent}}}
                """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "column/absent", "c.created_at").message())
                .isNotEmpty();
    }

    @Test
    void anExceptionForNoTableIsAProblemAtItsPlace() {
        assertThatThrownBy(() -> trial().verify("""
                        defaults:
                          timestamps:
                            {on: "*", except: [b, cc, "audit_*"], columns: {created_at: timestamptz not null default now()}}
                        tables: {a: {}, b: {}, c: {}}
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(
                        ":5:27: no table of the spec matches the exception 'cc' (did you mean 'c'?); correct it")
                .hasMessageContaining(":5:31: no table of the spec matches the exception 'audit_*'; correct it")
                .hasMessageNotContaining("exception 'b'");
    }

    @Test
    void whatIsStatedTwiceOrUsedByNobodyIsAProblem() {
        assertThatThrownBy(() -> trial().verify("""
                        defaults:
                          timestamps: {on: "*", columns: {created_at: timestamptz not null default now()}}
                          other: {on: "nothing_*", columns: {x: int}}
                          double: {on: a, columns: {created_at: timestamptz}}
                        tables:
                          a: {use: [timestmps]}
                          b: {columns: {created_at: timestamptz}}
                        """))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("'created_at' of b is stated here and in the group 'timestamps' at")
                .hasMessageContaining("'created_at' of a is stated here and in the group 'double'")
                .hasMessageContaining("no table uses the group 'other'")
                .hasMessageContaining("there is no group 'timestmps' under 'defaults' (did you mean 'timestamps'?)");
    }
}
