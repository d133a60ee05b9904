create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy read on orders for select using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy change on orders for update using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy office on orders as restrictive for select using (note is not null);
create policy audit on orders for delete to pg_monitor using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy clean on orders for delete to pg_read_all_data using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
