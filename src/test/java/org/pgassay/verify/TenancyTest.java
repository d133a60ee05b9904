package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pgassay.verify.TenantsOfAShop.policies;
import static org.pgassay.verify.TenantsOfAShop.schema;
import static org.pgassay.verify.TenantsOfAShop.spec;
import static org.pgassay.verify.TenantsOfAShop.withContext;

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

    @TempDir
    private Path folder;

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
        assertThat(report.results().stream()
                        .map(result -> result.finding().check())
                        .distinct())
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
        List<String> failures = failures(
                schema("uuid") + "grant select, insert, update, delete on customers, orders, order_lines to shop_app;");

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
                .replace(
                        "create policy orders_tenant on orders using",
                        "create policy w on orders for insert with check"
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
                .containsExactlyInAnyOrder("FAILED tenancy/row-security orders", "FAILED tenancy/no-context orders");
    }

    @Test
    void anErrorForWantOfTheSettingIsADenial() {
        Report report = verify(
                schema("uuid")
                        + policies("uuid")
                                .replace(
                                        "nullif(current_setting('app.tenant_id', true), '')",
                                        "current_setting('app.tenant_id')"),
                withContext(),
                18);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "tenancy/no-context", "orders").message())
                .contains("42704");
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
                (schema("uuid") + policies("uuid")).replace("shop_app", "postgres"),
                withContext().replace("application: shop_app", "application: postgres"),
                18);

        assertThat(Trial.finding(report, "tenancy/read", "tenancy").verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(Trial.finding(report, "tenancy/read", "tenancy").message()).contains("SUPERUSER");
    }

    @Test
    void aTableWithoutPolicyOrWithoutAccessIsSaidSo() {
        Report closed = verify(
                (schema("uuid") + policies("uuid")).replace("create policy orders_tenant", "create policy o")
                        + "drop policy o on orders;",
                withContext(),
                18);
        assertThat(Trial.failures(closed)).contains("FAILED tenancy/row-security orders", "FAILED tenancy/read orders");

        Report revoked =
                verify(schema("uuid") + policies("uuid") + "revoke all on customers from shop_app;", withContext(), 18);
        assertThat(Trial.finding(revoked, "tenancy/delete", "customers").message())
                .contains("no access of this kind at all");
        assertThat(Trial.failures(revoked)).noneMatch(line -> line.endsWith(" customers"));
    }
}
