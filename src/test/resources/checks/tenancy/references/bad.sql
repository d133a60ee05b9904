create table tenants (id uuid primary key, name text not null);
create table orders (
  id uuid primary key, tenant_id uuid not null references tenants (id) on delete restrict, unique (tenant_id, id));
-- The foreign key looks at nothing where order_id is null.
-- EXPECT: FAILED tenancy/references order_lines.tenant_id
create table order_lines (
  id uuid primary key, tenant_id uuid not null, order_id uuid,
  foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade);
grant select, insert on all tables in schema public to shop_app;
