-- Another query, and an option that is missing.
-- EXPECT: FAILED view/definition open_orders
-- EXPECT: FAILED view/definition safe_orders
create table orders (id bigint primary key, status text not null, no integer);
create view open_orders as select id from orders where status <> 'done';
create view safe_orders as select id, status from orders;
