-- EXPECT: FAILED rule/bigint-primary-key orders.orders_pkey
-- EXPECT: FAILED rule/bigint-primary-key lines.key
create table orders (id serial primary key);
create table lines (order_id bigint, line smallint, constraint key primary key (order_id, line));
