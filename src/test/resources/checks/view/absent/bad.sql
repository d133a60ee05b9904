-- EXPECT: FAILED view/absent all_orders
create table orders (id bigint primary key, status text not null, no integer);
create view all_orders as select id from orders;
