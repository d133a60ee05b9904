create table orders (id bigint primary key, total numeric not null);
create table orders_log (id bigint, total numeric);
