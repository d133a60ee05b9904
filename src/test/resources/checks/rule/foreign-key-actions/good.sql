create table customers (id bigint primary key);
create table orders (a bigint references customers on delete restrict, b bigint references customers on update cascade);
