create table orders (id bigint primary key, note text, state text);
create index ix_orders_state on orders (state);
