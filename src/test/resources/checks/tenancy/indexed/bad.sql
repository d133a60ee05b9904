create table tenants (id uuid primary key, name text not null);
-- EXPECT: FAILED tenancy/indexed orders.tenant_id
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id), placed date);
create index ix_orders_open on orders (tenant_id) where placed is null;
create index ix_orders_placed on orders (placed, tenant_id);
