-- EXPECT: FAILED rule/foreign-key-types-match orders.orders_customer_id_fkey
create table customers (id bigint primary key, name text not null);
create table orders (id bigint primary key, customer_id integer not null references customers (id));
