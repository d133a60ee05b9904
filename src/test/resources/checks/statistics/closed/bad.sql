-- EXPECT: FAILED statistics/closed st_orders
create table orders (id bigint primary key, status text not null, no integer);
create statistics st_orders on status, no from orders;
