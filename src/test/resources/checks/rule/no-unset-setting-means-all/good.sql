create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- Without the second argument an unset setting is an error.
create policy strict on orders for select using (current_setting('app.admin') = 'on' or tenant_id is null);
create policy bypass on orders for delete using (coalesce(current_setting('app.admin', true), 'off') = 'on');
create policy several on orders for update
    using (tenant_id::text = any (string_to_array((select current_setting('app.tenants', true)), ',')));
