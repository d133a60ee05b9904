-- EXPECT: FAILED rule/no-unlinked-tables customers
-- EXPECT: FAILED rule/no-unlinked-tables orders
create table customers (id bigint primary key, name text not null);
create table orders (id bigint primary key, customer_id bigint not null);
create table settings (key text primary key);
