package org.pgassay.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pgassay.postgres.rows.RowTries.made;
import static org.pgassay.postgres.rows.RowTries.obstacle;
import static org.pgassay.postgres.rows.RowTries.on18;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgassay.rows.Outcome;

/** Tables that refer to others, and partitions. */
class RowSynthesizerKeysTest {

    @Test
    void parentsComeFirstWithCompositeKeysThatShareColumns() throws SQLException {
        on18("""
                create table tenants (id uuid primary key default gen_random_uuid(), name text not null unique);
                create table clients (tenant_id uuid not null references tenants, id int generated always as identity,
                  primary key (tenant_id, id));
                create table vendors (tenant_id uuid not null references tenants, id bigint not null,
                  primary key (tenant_id, id));
                create table documents (id serial primary key, tenant_id uuid not null references tenants,
                  client_id int not null, vendor_id bigint, total numeric not null check (total > 0),
                  foreign key (tenant_id, client_id) references clients,
                  foreign key (tenant_id, vendor_id) references vendors match simple);
                create table profiles (client_id int not null, tenant_id uuid not null, primary key (tenant_id, client_id),
                  foreign key (tenant_id, client_id) references clients)""", rows -> {
            made(rows, "documents", 4);
            made(rows, "profiles", 4);
            assertThat(rows.read("select (select count(*) from tenants), (select count(*) from clients)"))
                    .containsExactly("4|4");
            assertThat(rows.read("select count(*) from documents where vendor_id is not null"))
                    .containsExactly("4");
        });
    }

    @Test
    void keysNeedNotBePrimaryAndMayBeOfPartitionedTables() throws SQLException {
        on18("""
                create table p (id int not null, at date not null, code text, primary key (id, at), unique (id, at, code))
                  partition by range (at);
                create table p_1 partition of p for values from ('2020-01-01') to ('2020-02-01');
                create table u (a text, b int, unique (b, a));
                create table t (id int not null, at date not null, x text not null, y int not null,
                  foreign key (id, at) references p, foreign key (x, y) references u (a, b) match full)""", rows -> made(rows, "t", 3));
    }

    @Test
    void aTableMayReferToItself() throws SQLException {
        on18("""
                create table a (id int generated always as identity primary key, parent int references a);
                create table b (id int generated always as identity primary key, parent int not null references b);
                create table c (id uuid primary key, root uuid not null references c, tenant int not null,
                  up uuid, unique (tenant, id), foreign key (tenant, up) references c (tenant, id))""", rows -> {
            made(rows, "a", 3);
            made(rows, "b", 3);
            made(rows, "c", 3);
            assertThat(rows.read("select id, parent from a order by id")).containsExactly("1|-", "2|1", "3|1");
            assertThat(rows.read("select count(*) from b where id = parent")).containsExactly("1");
        });
    }

    @Test
    void circlesAreClosedWhereAColumnMayBeNull() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int);
                create table b (id int primary key, a_id int not null references a);
                alter table a add foreign key (b_id) references b""", rows -> {
            made(rows, "b", 2);
            assertThat(rows.read("select count(*) from a where b_id is not null"))
                    .containsExactly("2");
        });
    }

    @Test
    void circlesAreClosedWhereAKeyIsDeferrable() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int not null);
                create table b (id int generated always as identity primary key, a_id int not null references a);
                alter table a add foreign key (b_id) references b deferrable""", rows -> {
            Outcome.Made made = made(rows, "a", 3);
            assertThat(made.rows()).hasSize(3);
            assertThat(rows.read("select count(*) from a join b on b.id = a.b_id"))
                    .containsExactly("3");
        });
    }

    @Test
    void circlesThatNobodyCanEnterAreNamed() throws SQLException {
        on18("""
                create table a (id int primary key, b_id int not null);
                create table b (id int primary key, a_id int not null references a);
                alter table a add constraint a_to_b foreign key (b_id) references b""", rows -> {
            Outcome.Obstacle obstacle = obstacle(rows, "a", 1);
            assertThat(obstacle.subject()).isEqualTo("a_to_b");
            assertThat(obstacle.message()).contains("none of the columns can be null, and no key is deferrable");
            assertThat(obstacle(rows, "b", 1).message()).contains("refers to has no row");
        });
    }

    @Test
    void rowsFallIntoPartitions() throws SQLException {
        on18("""
                create table r (at timestamptz not null, n int not null) partition by range (at, n);
                create table r1 partition of r for values from ('2020-01-01', 5) to ('2020-01-02', 7);
                create table l (k text) partition by list (k);
                create table l1 partition of l for values in ('x', 'y') partition by range (length(k));
                create table l2 partition of l1 for values from (1) to (2);
                create table h (id int not null, v text not null) partition by hash (id);
                create table h1 partition of h for values with (modulus 7, remainder 3);
                create table d (n int not null) partition by list (n);
                create table d1 partition of d default;
                alter table d1 add check (n > 5000);
                create table e (n int not null) partition by list (n)""", rows -> {
            for (String table : List.of("r", "l", "h", "d")) {
                made(rows, table, 4);
            }
            made(rows, "r1", 2);
            assertThat(rows.read("select distinct k from l order by k")).containsExactly("x", "y");
            Outcome.Obstacle obstacle = obstacle(rows, "e", 1);
            assertThat(obstacle.message()).isEqualTo("public.e takes no row: it has no partition that could hold one.");
            assertThat(rows.makeAll(1, 0).stream().filter(each -> each instanceof Outcome.Skipped))
                    .extracting(each -> each.table().name())
                    .containsExactly("d1", "h1", "l1", "l2", "r1");
        });
    }
}
