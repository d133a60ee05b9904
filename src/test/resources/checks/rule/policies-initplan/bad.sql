-- A bare call, one within a sub-select that reads a table, and one of the functions that the spec states.
-- EXPECT: FAILED rule/policies-initplan orders.tenant
-- EXPECT: FAILED rule/policies-initplan orders.member
-- EXPECT: FAILED rule/policies-initplan orders.fill
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create table members (tenant_id uuid, login text);
create function tenant() returns uuid stable language sql as 'select null::uuid';
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy member on orders for select
    using (tenant_id in (select m.tenant_id from members m where m.login = current_setting('app.login', true)));
create policy fill on orders for insert with check (tenant_id = tenant());
