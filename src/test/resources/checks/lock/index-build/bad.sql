-- An index and a constraint with one, on a table that may have many rows.
-- EXPECT: FAILED lock/index-build 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
