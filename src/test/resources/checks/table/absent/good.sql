create table orders (id bigint primary key);
create table orders_backup (id bigint);
drop table orders_backup;
