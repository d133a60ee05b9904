create table tenants (id uuid primary key, name text not null);
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id));
-- EXPECT: FAILED tenancy/present order_lines
create table order_lines (id uuid primary key, order_id uuid references orders (id));
