create table orders (id bigint primary key, status text not null, no integer);
create view open_orders as select o.id from orders o where o.status = 'open';
create view safe_orders with (security_barrier = true) as select id, status from orders;
