create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders for update using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy office on orders for insert with check ((tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) and true);
-- Nothing passes here, and reading is not among the commands.
create policy nothing on orders for delete using (false);
create policy read on orders for select using (true);
create policy narrow on orders as restrictive for update using (true);
