-- EXPECT: FAILED index/closed orders_customer_id_idx
create table orders (id bigint primary key, customer_id bigint not null);
create index ix_orders_customer_id on orders (customer_id);
create index on orders (customer_id);
