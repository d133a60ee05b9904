-- EXPECT: FAILED tenancy/row-security orders
create table tenants (id uuid primary key, name text not null);
create table orders (
  id uuid primary key, tenant_id uuid not null references tenants (id), status text not null default 'open',
  unique (tenant_id, id));
create table order_lines (
  id uuid primary key, tenant_id uuid not null references tenants (id), order_id uuid not null, amount int,
  constraint fk_lines_order foreign key (tenant_id, order_id) references orders (tenant_id, id));
create view open_orders with (security_invoker = true) as select id from orders where status = 'open';
grant select on tenants to shop_app;
grant select, insert, update, delete on orders, order_lines, open_orders to shop_app;
alter table orders enable row level security;
alter table order_lines enable row level security;
alter table order_lines force row level security;
create policy tenant on order_lines
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- EXPECT: FAILED tenancy/row-security order_lines
grant truncate on order_lines to shop_app;
create policy tenant on orders
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
