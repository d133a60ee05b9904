-- EXPECT: FAILED index/absent ix_orders_is_open
create table orders (id bigint primary key, is_open boolean not null);
create index ix_orders_is_open on orders (is_open);
