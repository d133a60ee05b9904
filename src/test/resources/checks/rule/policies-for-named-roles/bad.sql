-- Left out, and stated.
-- EXPECT: FAILED rule/policies-for-named-roles orders.tenant
-- EXPECT: FAILED rule/policies-for-named-roles orders."Read it"
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy "Read it" on orders for select to public using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
