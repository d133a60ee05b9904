package org.pgassay.verify;

/** A shop whose tenants are kept apart by row security, for holes to be made in it. */
final class TenantsOfAShop {

    static final String CONTEXT = "select set_config('app.tenant_id', :tenant, true)";

    private TenantsOfAShop() {}

    /** A schema whose tenants are kept apart, with holes to be made in it. */
    static String schema(String type) {
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
                """.formatted(type);
    }

    static String policies(String type) {
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
                """.formatted(mine);
    }

    static String spec(String more) {
        return """
                roles: {owner: shop_owner, application: shop_app}
                tenancy:
                  columns: {tenant_id: tenants.id}
                  exempt: {tenants: the tenants, countries: the same for all}
                """ + more;
    }

    static String withContext() {
        return spec("  context: \"" + CONTEXT + "\"\n");
    }
}
