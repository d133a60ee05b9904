-- A table without row security; a view in between, and the table behind it.
-- EXPECT: FAILED rule/policies-read-protected-tables orders.member
-- EXPECT: FAILED rule/policies-read-protected-tables orders.fill
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create table members (tenant_id uuid, login text);
create view current_members as select tenant_id from members where login = current_user;
create policy member on orders using (exists (select 1 from members m where m.tenant_id = orders.tenant_id));
create policy fill on orders for insert with check (tenant_id in (select c.tenant_id from current_members c));
