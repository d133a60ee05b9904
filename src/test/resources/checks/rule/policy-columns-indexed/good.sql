create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create index on orders (tenant_id, note);
create policy tenant on orders using (note is not null and (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid));
-- The primary key serves as well, and for INSERT nothing is read.
create policy one on orders for select using (id = 1);
create policy fill on orders for insert with check (note = 'x');
