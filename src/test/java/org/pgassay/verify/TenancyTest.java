package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** Holds what is tried with two tenants to schemas whose holes are known, on every version. */
class TenancyTest {

    private static final String CONTEXT = "select set_config('app.tenant_id', :tenant, true)";

    @TempDir
    private Path folder;

    /** A schema whose tenants are kept apart, with holes to be made in it. */
    private static String schema(String type) {
        return """
                create table tenants (id %1$s primary key, name text not null);
                create table countries (code text primary key);
                create table customers (
                  id bigint generated always as identity primary key,
                  tenant_id %1$s not null references tenants (id) on delete cascade,
                  country text references countries (code),
                  email text not null, unique (tenant_id, email), unique (tenant_id, id));
                create table orders (
                  id uuid primary key default gen_random_uuid(),
                  tenant_id %1$s not null references tenants (id) on delete cascade,
                  customer_id bigint not null, status text not null default 'open' check (status in ('open', 'paid')),
                  unique (tenant_id, id),
                  constraint fk_orders_customer foreign key (tenant_id, customer_id) references customers (tenant_id, id)
                    on delete cascade);
                create table order_lines (
                  order_id uuid not null references orders (id) on delete cascade,
                  line int not null, amount numeric(10,2) check (amount > 0), primary key (order_id, line));
                create index on customers (tenant_id);
                create index on orders (tenant_id, customer_id);
                """
                .formatted(type);
    }

    private static String policies(String type) {
        String mine = "tenant_id = nullif(current_setting('app.tenant_id', true), '')::" + type;
        return """
                alter table customers enable row level security;
                alter table customers force row level security;
                alter table orders enable row level security;
                alter table orders force row level security;
                alter table order_lines enable row level security;
                alter table order_lines force row level security;
                create policy customers_tenant on customers using (%1$s);
                create policy orders_tenant on orders using (%1$s);
                create policy lines_tenant on order_lines using (
                  exists (select from orders o where o.id = order_id and o.%1$s));
                grant select on tenants, countries to shop_app;
                grant select, insert, update, delete on customers, orders, order_lines to shop_app;
                """
                .formatted(mine);
    }

    private static String spec(String more) {
        return """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {tenant_id: tenants.id}
                  exempt: {tenants: the tenants, countries: the same for all}
                """
                + more;
    }

    private static String withContext() {
        return spec("  context: \"" + CONTEXT + "\"\n");
    }

    private Report verify(String sql, String yaml, int major) {
        return new Trial(folder)
                .migration("001.sql", sql)
                .verify(yaml, VerifyOptions.defaults().onPostgres(major));
    }

    private List<String> failures(String sql) {
        return Trial.failures(verify(sql, withContext(), 18));
    }

    @ParameterizedTest
    @CsvSource({"14, uuid", "15, integer", "16, text", "17, bigint", "18, uuid"})
    void tenantsThatAreKeptApartPassEverything(int major, String type) {
        Report report = verify(schema(type) + policies(type), withContext(), major);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.results().stream().map(result -> result.finding().check()).distinct())
                .contains(
                        "tenancy/read",
                        "tenancy/insert",
                        "tenancy/update",
                        "tenancy/delete",
                        "tenancy/upsert",
                        "tenancy/move",
                        "tenancy/reference",
                        "tenancy/no-context");
        Finding reference = Trial.finding(report, "tenancy/reference", "orders.fk_orders_customer");
        assertThat(reference.message())
                .isEqualTo("pointing to a row of another tenant by orders.fk_orders_customer: it is refused by the"
                        + " constraint fk_orders_customer (23503); a row that points to an own one is taken.");
        assertThat(reference.role()).isEqualTo("shop_app");
        // Tables that have no tenant column belong to their parent's tenant.
        assertThat(Trial.finding(report, "tenancy/insert", "order_lines").message())
                .endsWith("refused by row security (42501); an own row is taken.");
    }

    @Test
    void theSameRunTwiceGivesTheSameFindings() {
        Report first = verify(schema("uuid") + policies("uuid"), withContext(), 17);
        Report second = verify(schema("uuid") + policies("uuid"), withContext(), 17);

        assertThat(first.results()).isEqualTo(second.results());
    }

    @Test
    void withoutRowSecurityEveryAttemptSucceeds() {
        List<String> failures = failures(schema("uuid")
                + "grant select, insert, update, delete on customers, orders, order_lines to shop_app;");

        assertThat(failures)
                .contains(
                        "FAILED tenancy/row-security orders",
                        "FAILED tenancy/read orders",
                        "FAILED tenancy/insert orders",
                        "FAILED tenancy/update orders",
                        "FAILED tenancy/delete orders",
                        "FAILED tenancy/upsert orders",
                        "FAILED tenancy/move orders",
                        "FAILED tenancy/no-context orders",
                        "FAILED tenancy/insert order_lines",
                        "FAILED tenancy/move order_lines")
                .doesNotContain("FAILED tenancy/reference orders.fk_orders_customer");
    }

    @Test
    void rowSecurityThatIsNotForcedIsSeenInTheCatalog() {
        List<String> failures = failures(
                (schema("uuid") + policies("uuid")).replace("alter table orders force row level security;", ""));

        assertThat(failures).containsExactly("FAILED tenancy/row-security orders");
    }

    @Test
    void aPolicyThatLetsAllRowsInIsFound() {
        List<String> failures = failures((schema("uuid") + policies("uuid"))
                .replace("create policy orders_tenant on orders using", "create policy w on orders for insert with check"
                        + " (true); create policy orders_tenant on orders for select using"));

        assertThat(failures)
                .contains("FAILED tenancy/row-security orders", "FAILED tenancy/insert orders")
                .doesNotContain("FAILED tenancy/read orders", "FAILED tenancy/update orders");
    }

    @Test
    void whereNothingIsSetAllRowsAreShown() {
        List<String> failures = failures(schema("uuid")
                + policies("uuid")
                        .replace(
                                "create policy orders_tenant on orders using (",
                                "create policy orders_tenant on orders using"
                                        + " (coalesce(current_setting('app.tenant_id', true), '') = '' or "));

        assertThat(failures)
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/row-security orders", "FAILED tenancy/no-context orders");
    }

    @Test
    void anErrorForWantOfTheSettingIsADenial() {
        Report report = verify(
                schema("uuid")
                        + policies("uuid").replace("nullif(current_setting('app.tenant_id', true), '')", "current_setting('app.tenant_id')"),
                withContext(),
                18);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "tenancy/no-context", "orders").message()).contains("42704");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 18})
    void aViewOfAnOwnerThatIsNotBoundShowsAllRows(int major) {
        String view = "create view open_orders as select id, tenant_id from orders where status = 'open';"
                + " grant select on open_orders to shop_app;";
        String unforced =
                (schema("uuid") + policies("uuid")).replace("alter table orders force row level security;", "");

        Report owners = verify(unforced + view, withContext(), major);
        assertThat(Trial.failures(owners))
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/row-security orders",
                        "FAILED tenancy/views open_orders",
                        "FAILED tenancy/views-read open_orders");

        Report bound = verify(schema("uuid") + policies("uuid") + view, withContext(), major);
        assertThat(Trial.failures(bound)).isEmpty();
        assertThat(Trial.finding(bound, "tenancy/views-read", "open_orders").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aViewThatFiltersWithoutABarrierIsTalkedInto() {
        String view = """
                create view open_orders with (security_barrier = %s) as select id, tenant_id, status from orders
                  where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
                grant select on open_orders to shop_app;
                """;
        String unforced =
                (schema("uuid") + policies("uuid")).replace("alter table orders force row level security;", "");

        Report open = verify(unforced + view.formatted("false"), withContext(), 18);
        assertThat(Trial.finding(open, "tenancy/views-read", "open_orders").message())
                .contains("a function in WHERE is shown another tenant's rows");

        Report barrier = verify(unforced + view.formatted("true"), withContext(), 18);
        assertThat(Trial.finding(barrier, "tenancy/views-read", "open_orders").verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aForeignKeyThatDoesNotCarryTheTenantPointsAcross() {
        List<String> failures = failures((schema("uuid") + policies("uuid"))
                .replace(
                        "foreign key (tenant_id, customer_id) references customers (tenant_id, id)",
                        "foreign key (customer_id) references customers (id)"));

        assertThat(failures)
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/reference-closure orders.fk_orders_customer",
                        "FAILED tenancy/reference orders.fk_orders_customer");
    }

    @Test
    void byQueryTriesReferencesOnly() {
        String yaml = spec("  isolation: by-query\n");
        String grants = "grant select, insert, update, delete on customers, orders, order_lines to shop_app;";

        assertThat(Trial.failures(verify(schema("uuid") + grants, yaml, 18))).isEmpty();
        assertThat(Trial.failures(verify(
                        schema("uuid")
                                        .replace(
                                                "foreign key (tenant_id, customer_id) references customers (tenant_id, id)",
                                                "foreign key (customer_id) references customers (id)")
                                + grants,
                        yaml,
                        18)))
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/reference-closure orders.fk_orders_customer",
                        "FAILED tenancy/reference orders.fk_orders_customer");
    }

    @Test
    void withoutAContextNothingIsTried() {
        Report report = verify(schema("uuid") + policies("uuid"), spec(""), 18);

        assertThat(Trial.failures(report)).hasSize(9).allMatch(line -> line.startsWith("UNVERIFIED tenancy/"));
        assertThat(Trial.finding(report, "tenancy/read", "tenancy").help()).contains("tenancy: {context: …}");
    }

    @Test
    void aContextThatHasNoEffectIsNoProof() {
        Report report = verify(
                schema("uuid") + policies("uuid"),
                spec("  context: \"select set_config('app.tenant', :tenant, true)\"\n"),
                18);

        assertThat(Trial.finding(report, "tenancy/read", "orders").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "tenancy/read", "orders").message()).contains("own rows are not seen either");
        assertThat(Trial.finding(report, "tenancy/insert", "orders").verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(Trial.finding(report, "tenancy/no-context", "orders").verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void aRoleThatRowSecurityDoesNotBindProvesNothing() {
        Report report = verify(
                schema("uuid") + policies("uuid"), withContext().replace("application: shop_app", "application: postgres"), 18);

        assertThat(Trial.finding(report, "tenancy/read", "tenancy").verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(Trial.finding(report, "tenancy/read", "tenancy").message()).contains("SUPERUSER");
    }

    @Test
    void aTableWithoutPolicyOrWithoutAccessIsSaidSo() {
        Report closed = verify(
                (schema("uuid") + policies("uuid")).replace("create policy orders_tenant", "create policy o") + "drop policy o on orders;",
                withContext(),
                18);
        assertThat(Trial.failures(closed)).contains("FAILED tenancy/row-security orders", "FAILED tenancy/read orders");

        Report revoked = verify(
                schema("uuid") + policies("uuid") + "revoke all on customers from shop_app;", withContext(), 18);
        assertThat(Trial.finding(revoked, "tenancy/delete", "customers").message())
                .contains("no access of this kind at all");
        assertThat(Trial.failures(revoked)).noneMatch(line -> line.endsWith(" customers"));
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
                """
                .formatted(mine);
        String yaml = """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {'Tenant "Id': '"All Tenants"."The Key"'}
                  exempt: {'"All Tenants"': the tenants}
                  context: "select set_config('app.tenant_id', :tenant, true)"
                """;

        assertThat(Trial.failures(verify(sql, yaml, 18))).isEmpty();
        assertThat(Trial.failures(verify(sql + "grant select on events_new to shop_app;", yaml, 14)))
                .containsExactlyInAnyOrder(
                        "FAILED tenancy/row-security events_new", "FAILED tenancy/read events");
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
                        sql.formatted(", foreign key (tenant_id, client_id) references clients (tenant_id, id)"), yaml, 18)))
                .isEmpty();
    }

    @Test
    void rowsThatAllTenantsShareAreNoRowsOfAnother() {
        String sql = (schema("uuid") + policies("uuid"))
                .replace("create policy customers_tenant on customers using (", "create policy customers_tenant on customers"
                        + " using (tenant_id is null or ")
                .replace("alter table customers enable", "alter table customers alter tenant_id drop not null;"
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

        Report statements = verify(schema("uuid") + policies("uuid") + ledger.formatted("statement"), withContext(), 18);
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
        String sql = (schema("uuid") + policies("uuid")).replace("check (amount > 0)", "check (amount > 0 and amount < 0)");

        Report report = verify(sql, withContext(), 18);

        Finding finding = Trial.finding(report, "tenancy/read", "order_lines");
        assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    }
}
