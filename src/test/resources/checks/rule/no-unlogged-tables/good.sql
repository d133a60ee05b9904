create table orders (id bigint primary key);
create table cache (id bigint primary key);
