create table tenants (id uuid primary key, name text not null);
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id), placed date);
create index ix_orders_tenant on orders (tenant_id, placed);
