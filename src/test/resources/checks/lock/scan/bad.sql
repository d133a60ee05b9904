-- That no row holds a NULL is looked up row by row.
-- EXPECT: FAILED lock/scan 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
