-- No index; one that begins otherwise; one with a condition; and one alternative of two.
-- EXPECT: FAILED rule/policy-columns-indexed orders.tenant
-- EXPECT: FAILED rule/policy-columns-indexed orders.noted
-- EXPECT: FAILED rule/policy-columns-indexed orders.either
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create index on orders (note, tenant_id) where note is not null;
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy noted on orders for select using (note = any (array['a', 'b']));
create policy either on orders for delete using (id = 1 or (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid));
