-- A column goes that the release before may still write to, and so do rows.
-- EXPECT: FAILED lock/drop 002 orders
create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
