create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy fill on orders for insert with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- A restrictive one counts as well; one for SELECT writes nothing.
create policy narrow on orders as restrictive for update using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy read on orders for select;
