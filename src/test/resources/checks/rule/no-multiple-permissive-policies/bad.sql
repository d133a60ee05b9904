-- Two for the same command; one for all commands beside one for one.
-- EXPECT: FAILED rule/no-multiple-permissive-policies orders
-- EXPECT: FAILED rule/no-multiple-permissive-policies invoices
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders for select using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy noted on orders for select using (note is not null);
create table invoices (id bigint primary key, tenant_id uuid);
create policy tenant on invoices using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy audit on invoices for select to pg_monitor using ((tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid));
