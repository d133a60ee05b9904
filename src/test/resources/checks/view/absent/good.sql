create table orders (id bigint primary key, status text not null, no integer);
create view open_orders as select id from orders;
