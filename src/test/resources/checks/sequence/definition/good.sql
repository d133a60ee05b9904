create table orders (id bigint primary key, status text not null, no integer);
create sequence order_no as integer start with 1000 increment by 10 owned by orders.no;
create sequence plain;
