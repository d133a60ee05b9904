create table orders (id bigint primary key, tenant_id uuid not null, note text);
create view open_orders with (security_invoker = true) as select id from orders where note is null;
create materialized view totals as select count(*) from orders;
