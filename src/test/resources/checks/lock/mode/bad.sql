-- A column with a default is added without a rewrite, and for a moment nobody can use the table.
-- EXPECT: FAILED lock/mode 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
