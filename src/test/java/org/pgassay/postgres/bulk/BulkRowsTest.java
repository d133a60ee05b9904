package org.pgassay.postgres.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.TableSize;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.rows.SampleRows;

/** Rows by the thousand, of stated sizes and values, that all constraints take. */
class BulkRowsTest {

    private static final String SCHEMA = """
            create type state as enum ('open', 'paid', 'late');
            create table tenants (id uuid primary key, name text not null unique);
            create table clients (tenant_id uuid not null references tenants, id uuid not null, email text not null,
              primary key (tenant_id, id));
            create unique index on clients (lower(email));
            create table vendors (tenant_id uuid not null references tenants, id int generated always as identity,
              primary key (tenant_id, id));
            create table bills (
              id bigint generated always as identity primary key,
              tenant_id uuid not null references tenants,
              client_id uuid not null, vendor_id int, parent_id bigint references bills,
              state state not null, kind text not null check (kind in ('a', 'b', 'c')), note text,
              amount numeric(10,2) not null check (amount > 0), due date, twice numeric generated always as (amount * 2) stored,
              foreign key (tenant_id, client_id) references clients (tenant_id, id),
              foreign key (tenant_id, vendor_id) references vendors (tenant_id, id));
            create table tags (bill_id bigint not null references bills, client_id uuid not null, tenant_id uuid not null,
              primary key (bill_id, tenant_id, client_id), foreign key (tenant_id, client_id) references clients (tenant_id, id));
            """;

    private static final String TENANT = "00000000-0000-4000-8000-000000000007";

    private static TableSize size(String table, double rows, Map<String, ColumnShape> columns) {
        return new TableSize(new QualifiedName("public", table), rows, null, columns);
    }

    private static ColumnShape distinct(double values) {
        return new ColumnShape(values, Map.of(), null, null, null, List.of());
    }

    private static List<TableSize> sizes() {
        return List.of(
                size("clients", 500, Map.of("tenant_id", distinct(20))),
                size("vendors", 100, Map.of("tenant_id", distinct(20))),
                size(
                        "bills",
                        4_000,
                        Map.of(
                                "kind", new ColumnShape(null, Map.of("a", 0.9, "b", 0.1), null, null, null, List.of()),
                                "note", new ColumnShape(50.0, Map.of(), 0.5, null, null, List.of()),
                                "due",
                                        new ColumnShape(
                                                null, Map.of(), null, 1.0, null, List.of("2020-01-01", "2025-01-01")))),
                size("tags", 1_000, Map.of()));
    }

    private static void fill(ScratchDatabase database, List<TableSize> sizes) throws SQLException {
        Connection connection = database.connection();
        BulkRows.fill(
                connection,
                CatalogReader.read(connection, List.of("public")),
                SampleRows.none(),
                1,
                sizes,
                Map.of(
                        new QualifiedName("public", "bills"),
                        Map.of(
                                "tenant_id", List.of(TENANT),
                                "state", List.of("late"),
                                "note", List.of("wanted"),
                                "id", List.of("77777"))));
    }

    private static String one(ScratchDatabase database, String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void rowsAreOfTheStatedNumberAndValues(int major) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major).run(SCHEMA)) {
            fill(database, sizes());

            assertThat(one(database, "select count(*) from bills")).isEqualTo("4000");
            assertThat(one(database, "select count(*) from tags")).isEqualTo("1000");
            assertThat(Integer.parseInt(one(database, "select count(*) from bills where kind = 'a'")))
                    .isBetween(3_500, 3_700);
            assertThat(Integer.parseInt(one(database, "select count(*) from bills where note is null")))
                    .isBetween(1_850, 2_150);
            assertThat(Integer.parseInt(one(database, "select count(distinct note) from bills")))
                    .as("as stated, and those of three templates")
                    .isBetween(45, 53);
            assertThat(one(database, "select correlation > 0.99 from pg_stats where tablename = 'bills' and attname = 'due'"))
                    .isEqualTo("t");
            assertThat(Integer.parseInt(one(database, "select count(distinct tenant_id) from clients")))
                    .isBetween(18, 24);
            assertThat(one(
                            database,
                            "select count(*) > 0 from bills where tenant_id = '" + TENANT
                                    + "' and state = 'late' and note = 'wanted'"))
                    .as("what must be met is met in one row")
                    .isEqualTo("t");
            assertThat(one(database, "select count(*) from bills where id = 77777")).isEqualTo("1");
            // Keys were not looked at while the rows were made; they hold all the same.
            database.run("alter table bills drop constraint bills_tenant_id_vendor_id_fkey,"
                    + " add foreign key (tenant_id, vendor_id) references vendors (tenant_id, id)");
        }
    }

    @Test
    void everyRunMakesTheSameRows() throws SQLException {
        String all = "select md5(string_agg(b::text, ',' order by ctid)) from bills b";
        String first;
        try (ScratchDatabase database = ScratchDatabase.on(18).run(SCHEMA)) {
            fill(database, sizes());
            first = one(database, all);
        }
        try (ScratchDatabase database = ScratchDatabase.on(18).run(SCHEMA)) {
            fill(database, sizes());
            assertThat(one(database, all)).isEqualTo(first);
        }
    }

    @Test
    void whatATableDoesNotTakeIsNamedByItsConstraint() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18)
                .run("create table t (id int primary key, a int not null, b int not null,"
                        + " constraint a_below_b check (a < b), constraint apart exclude (a with =))")) {
            assertThatThrownBy(() -> BulkRows.fill(
                            database.connection(),
                            CatalogReader.read(database.connection(), List.of("public")),
                            SampleRows.none(),
                            1,
                            List.of(size("t", 1_000, Map.of("a", distinct(900)))),
                            Map.of()))
                    .isInstanceOfSatisfying(RowsImpossibleException.class, e -> assertThat(e.constraint())
                            .isIn("a_below_b", "apart"));
            assertThat(one(database, "select count(*) from t")).as("nothing is left").isEqualTo("0");
        }
    }
}
