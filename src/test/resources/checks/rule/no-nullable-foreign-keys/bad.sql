-- EXPECT: FAILED rule/no-nullable-foreign-keys orders.orders_customer_id_fkey
-- EXPECT: FAILED rule/no-nullable-foreign-keys lines.item
create table customers (id bigint primary key);
create table orders (customer_id bigint references customers);
create table items (a bigint, b bigint, primary key (a, b));
create table lines (a bigint not null, "B" bigint, constraint item foreign key (a, "B") references items);
