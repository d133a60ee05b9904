create table orders (id bigint primary key, status text not null, no integer);
create statistics st_orders (dependencies, ndistinct) on no, status from orders;
