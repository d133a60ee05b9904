create table tenants (id uuid primary key, name text not null);
-- EXPECT: FAILED tenancy/not-null orders.tenant_id
create table orders (id uuid primary key, tenant_id uuid references tenants (id));
