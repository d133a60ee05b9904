create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- No call at all: the name stands in a string.
create policy noted on orders for delete using (note = 'current_setting(x)');
