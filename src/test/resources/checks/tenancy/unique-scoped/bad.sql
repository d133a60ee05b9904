create table tenants (id uuid primary key, name text not null);
create table orders (
  id uuid primary key, tenant_id uuid not null references tenants (id),
  -- EXPECT: FAILED tenancy/unique-scoped orders.uq_orders_number
  number int not null constraint uq_orders_number unique);
