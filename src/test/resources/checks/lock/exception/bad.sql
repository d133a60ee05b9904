-- The revision does nothing any more that would need an exception.
-- EXPECT: FAILED lock/exception 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
