package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pgassay.verify.TenantsOfAShop.policies;
import static org.pgassay.verify.TenantsOfAShop.schema;
import static org.pgassay.verify.TenantsOfAShop.withContext;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.SpecException;

/** What is tried with two tenants in corners: odd names, levels, triggers, exceptions. */
class TenancyCornersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(String sql, String yaml, int major) {
        return new Trial(folder)
                .migration("001.sql", sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major));
    }

    private List<String> failures(String sql) {
        return Trial.failures(verify(sql, withContext(), 18));
    }

    @Test
    void oddNamesAndPartitionsAreTriedToo() {
        String mine = "\"Tenant \"\"Id\" = nullif(current_setting('app.tenant_id', true), '')::uuid";
        String sql = """
                create table "All Tenants" ("The Key" uuid primary key);
                create table "Odd; Table" (
                  "select" uuid primary key, "Tenant ""Id" uuid not null references "All Tenants" ("The Key"),
                  "No te" text);
                create table events (
                  "Tenant ""Id" uuid not null references "All Tenants" ("The Key"), at date not null, what text,
                  primary key ("Tenant ""Id", at)) partition by range (at);
                create table events_old partition of events for values from (minvalue) to ('2024-01-01');
                create table events_new partition of events for values from ('2024-01-01') to (maxvalue);
                create index on "Odd; Table" ("Tenant ""Id");
                alter table "Odd; Table" enable row level security;
                alter table "Odd; Table" force row level security;
                alter table events enable row level security;
                alter table events force row level security;
                create policy p on "Odd; Table" using (%1$s);
                create policy p on events using (%1$s);
                grant select, insert, update, delete on "Odd; Table", events to shop_app;
                """.formatted(mine);
        String yaml = """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {'Tenant "Id': '"All Tenants"."The Key"'}
                  exempt: {'"All Tenants"': the tenants}
                  context: "select set_config('app.tenant_id', :tenant, true)"
                """;

        assertThat(Trial.failures(verify(sql, yaml, 18))).isEmpty();
        assertThat(Trial.failures(verify(sql + "grant select on events_new to shop_app;", yaml, 14)))
                .containsExactlyInAnyOrder("FAILED tenancy/row-security events_new", "FAILED tenancy/read events");
    }

    @Test
    void aRoleThatMayNothingProvesNothing() {
        Report report = verify("""
                create table tenants (id uuid primary key);
                create table items (id uuid primary key, tenant_id uuid not null references tenants);
                create index on items (tenant_id);
                """, withContext(), 18);

        assertThat(Trial.failures(report))
                .contains(
                        "VACUOUS tenancy/read tenancy",
                        "VACUOUS tenancy/update tenancy",
                        "VACUOUS tenancy/no-context tenancy");
        assertThat(report.results())
                .filteredOn(result -> result.finding().message().contains("no access of this kind"))
                .isEmpty();
    }

    /** That a role was let in as the owner of a table, before, says nothing of whether row security binds it. */
    @Test
    void anOwnerWithPowersIsNotTakenForTheApplication() {
        Report report = new Trial(folder)
                .write("roles.sql", "create role powerful login bypassrls")
                .migration("001.sql", """
                        create table a (id int primary key);
                        create table b (id int primary key);
                        alter table a owner to powerful;
                        grant all on b to powerful;
                        """)
                .verify("""
                roles: {setup: roles.sql, application: powerful}
                immutability:
                  a: {forbid: [delete], against: [owner]}
                  b: {forbid: [delete], against: [application]}
                """);

        assertThat(Trial.finding(report, "immutability/delete", "a").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "immutability/delete", "b").verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void levelsBelowTheTenantAreHeldTogether() {
        String sql = """
                create table tenants (id uuid primary key);
                create table clients (id uuid primary key, tenant_id uuid not null references tenants, unique (tenant_id, id));
                create table users (id uuid primary key, tenant_id uuid not null references tenants, unique (tenant_id, id));
                create table invoices (
                  id uuid primary key, client_id uuid not null references clients, unique (client_id, id));
                create table corrections (
                  id uuid primary key, tenant_id uuid not null, client_id uuid not null, by_user uuid not null, invoice uuid not null,
                  foreign key (tenant_id, by_user) references users (tenant_id, id),
                  constraint fk_invoice foreign key (client_id, invoice) references invoices (client_id, id)%s);
                create index on clients (tenant_id); create index on users (tenant_id); create index on invoices (client_id);
                create index on corrections (tenant_id); create index on corrections (client_id);
                grant select, insert, update, delete on all tables in schema public to shop_app;
                """;
        String yaml = """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {tenant_id: tenants.id, client_id: clients.id}
                  exempt: {tenants: the tenants}
                  isolation: by-query
                """;

        assertThat(Trial.failures(verify(sql.formatted(""), yaml, 18)))
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/reference-closure corrections.fk_invoice",
                        "FAILED tenancy/reference corrections.fk_invoice");
        assertThat(Trial.failures(verify(
                        sql.formatted(", foreign key (tenant_id, client_id) references clients (tenant_id, id)"),
                        yaml,
                        18)))
                .isEmpty();
    }

    @Test
    void rowsThatAllTenantsShareAreNoRowsOfAnother() {
        String sql = (schema("uuid") + policies("uuid"))
                .replace(
                        "create policy customers_tenant on customers using (",
                        "create policy customers_tenant on customers" + " using (tenant_id is null or ")
                .replace(
                        "alter table customers enable",
                        "alter table customers alter tenant_id drop not null;"
                                + " insert into customers (email) values ('shared@example.org');"
                                + " alter table customers enable");

        assertThat(failures(sql)).containsExactly("FAILED tenancy/not-null customers.tenant_id");
    }

    @Test
    void whatATriggerRefusesToAllIsTriedWithoutIt() {
        String ledger = """
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
                create trigger refuse before update or delete on orders for each %s execute function refuse();
                alter table orders enable always trigger refuse;
                """;

        Report rows = verify(schema("uuid") + policies("uuid") + ledger.formatted("row"), withContext(), 18);
        assertThat(Trial.failures(rows)).isEmpty();
        assertThat(Trial.finding(rows, "tenancy/update", "orders").message())
                .contains("touches no row of it; an own row is reached, and refused (P0001: never)");

        Report statements =
                verify(schema("uuid") + policies("uuid") + ledger.formatted("statement"), withContext(), 18);
        assertThat(Trial.failures(statements)).isEmpty();

        Report open = verify(
                schema("uuid") + policies("uuid") + ledger.formatted("statement")
                        + "create policy open on orders for update using (true) with check (true);",
                withContext(),
                18);
        assertThat(Trial.failures(open)).contains("FAILED tenancy/update orders");
    }

    @Test
    void theRootIsATableOfTenantsUnlessItIsExempt() {
        String sql = schema("uuid") + policies("uuid")
                + "alter table tenants enable row level security; alter table tenants force row level security;"
                + " create policy t on tenants using (id = nullif(current_setting('app.tenant_id', true), '')::uuid);";

        Report report = verify(sql, withContext().replace("tenants: the tenants, ", ""), 18);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "tenancy/read", "tenants").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void whatCannotBeFilledIsNotProven() {
        String sql = (schema("uuid") + policies("uuid"))
                .replace("check (amount > 0)", "not null check (amount > 0 and amount < 0)");

        Report report = verify(sql, withContext(), 18);

        Finding finding = Trial.finding(report, "tenancy/read", "order_lines");
        assertThat(finding.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(finding.message()).contains("could not be filled for two tenants");
        assertThat(Trial.finding(report, "tenancy/read", "orders").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void truncateThatIsGrantedPassesRowSecurityBy() {
        String sql = schema("uuid") + policies("uuid");

        Report granted = verify(sql + "grant truncate on orders to shop_app;", withContext(), 18);
        assertThat(Trial.failures(granted)).containsExactly("FAILED tenancy/row-security orders");
        assertThat(Trial.finding(granted, "tenancy/row-security", "orders").message())
                .contains("TRUNCATE is granted to the application");

        assertThat(failures(sql + "grant all on customers to public;"))
                .containsExactly("FAILED tenancy/row-security customers");
    }

    @Test
    void exceptionsFromARequirementMustBeNeeded() {
        String sql = (schema("uuid") + policies("uuid"))
                .replace(
                        "alter table customers enable",
                        "alter table customers alter tenant_id drop not null; alter table customers enable");

        assertThat(Trial.failures(verify(sql, withContext(), 18)))
                .containsExactly("FAILED tenancy/not-null customers.tenant_id");
        for (String entry : List.of("customers.tenant_id", "customers", "cust*")) {
            Report excepted = verify(sql, withContext() + "  except: {not-null: {'" + entry + "': so it is}}\n", 18);
            assertThat(Trial.failures(excepted)).as(entry).isEmpty();
            Finding finding = Trial.finding(excepted, "tenancy/not-null", "customers.tenant_id");
            assertThat(finding.message()).isEqualTo("customers.tenant_id is excepted from not-null: so it is.");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("may be null"));
        }
        assertThat(Trial.failures(verify(
                        sql, withContext() + "  except: {not-null: {customers: why, orders: why, nobody: why}}\n", 18)))
                .containsExactlyInAnyOrder("FAILED tenancy/not-null orders", "FAILED tenancy/not-null nobody");
    }

    @Test
    void anExceptionFromWhatIsNotRequiredIsAProblem() {
        String yaml = withContext() + "  require: [present]\n  except: {not-null: {customers: why}}\n";

        assertThatThrownBy(() -> verify(schema("uuid") + policies("uuid"), yaml, 18))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("not-null is not required");
    }
}
