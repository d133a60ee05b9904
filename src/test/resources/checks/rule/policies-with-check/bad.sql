-- EXPECT: FAILED rule/policies-with-check orders.fill
-- EXPECT: FAILED rule/policies-with-check orders.everything
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy fill on orders for insert;
create policy everything on orders;
