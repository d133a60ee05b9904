-- A constant, one in disguise, and one among alternatives.
-- EXPECT: FAILED rule/no-always-true-policies orders.fill
-- EXPECT: FAILED rule/no-always-true-policies orders.change
-- EXPECT: FAILED rule/no-always-true-policies orders.remove
-- EXPECT: FAILED rule/no-always-true-policies orders.same
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy fill on orders for insert with check (true);
create policy change on orders for update using ('a' = 'a' and 1 < 2);
create policy remove on orders for delete using ((tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) or (1 = 1));
create policy same on orders for update using (id = id);
