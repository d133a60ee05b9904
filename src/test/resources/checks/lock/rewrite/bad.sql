-- The type of a column changes, and with it every row.
-- EXPECT: FAILED lock/rewrite 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
