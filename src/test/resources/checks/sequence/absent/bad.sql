-- EXPECT: FAILED sequence/absent order_no
create table orders (id bigint primary key, status text not null, no integer);
create sequence order_no;
