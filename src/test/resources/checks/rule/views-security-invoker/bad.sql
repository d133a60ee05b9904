-- Directly, and through a view that is in order itself.
-- EXPECT: FAILED rule/views-security-invoker open_orders
-- EXPECT: FAILED rule/views-security-invoker ids
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create view open_orders as select id from orders where note is null;
create view invoked with (security_invoker = true) as select id from orders;
create view ids with (security_barrier = true) as select i.id from (select 1) one, lateral (select id from invoked) i;
