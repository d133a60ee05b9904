-- Without the option, and with its opposite.
-- EXPECT: FAILED rule/no-security-definer-views open_orders
-- EXPECT: FAILED rule/no-security-definer-views ids
create table orders (id bigint primary key, tenant_id uuid not null, note text);
create view open_orders as select id from orders where note is null;
create view ids with (security_invoker = false) as select id from orders;
