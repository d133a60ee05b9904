-- EXPECT: FAILED statistics/definition st_orders
create table orders (id bigint primary key, status text not null, no integer);
create statistics st_orders (ndistinct) on status, no from orders;
