-- EXPECT: FAILED sequence/definition order_no
-- EXPECT: FAILED sequence/definition plain
create table orders (id bigint primary key, status text not null, no integer);
create sequence order_no as integer start with 1000;
create sequence plain cycle;
