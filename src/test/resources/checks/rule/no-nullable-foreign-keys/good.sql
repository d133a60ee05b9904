create table customers (id bigint primary key);
create table orders (customer_id bigint not null references customers, other bigint);
create table profiles (id bigint primary key references customers);
