create table orders (id bigint primary key, status text not null, no integer);
create view open_orders as select public.orders.id from public.orders where (status)::text = ('open');
create view safe_orders with (security_barrier = true) as select id, status from orders;
