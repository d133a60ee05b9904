create table tenants (id uuid primary key, name text not null);
create table customers (id uuid primary key, tenant_id uuid not null references tenants (id));
-- EXPECT: FAILED tenancy/reference-closure orders.fk_orders_customer
-- EXPECT: FAILED tenancy/reference orders.fk_orders_customer
create table orders (
  id uuid primary key, tenant_id uuid not null references tenants (id),
  customer_id uuid not null constraint fk_orders_customer references customers (id) on delete cascade);
grant select, insert on all tables in schema public to shop_app;
