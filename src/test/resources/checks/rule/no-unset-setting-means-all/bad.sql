-- EXPECT: FAILED rule/no-unset-setting-means-all orders.unset
-- EXPECT: FAILED rule/no-unset-setting-means-all orders.fallback
-- EXPECT: FAILED rule/no-unset-setting-means-all orders.bypass
-- EXPECT: FAILED rule/no-unset-setting-means-all orders.emptied
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy unset on orders
    using (current_setting('app.tenant_id', true) is null or tenant_id = current_setting('app.tenant_id', true)::uuid);
create policy fallback on orders for select
    using (tenant_id::text = coalesce(current_setting('app.tenant_id', true), tenant_id::text));
create policy bypass on orders for delete using (coalesce(current_setting('app.admin', true), 'on') = 'on');
create policy emptied on orders for update using ((select current_setting('app.tenant_id', true)) = '' or (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid));
