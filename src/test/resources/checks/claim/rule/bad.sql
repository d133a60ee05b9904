-- EXPECT: FAILED claim/rule All foreign keys have indexes
-- EXPECT: FAILED claim/rule Every table has a primary key, and every constraint was validated
create table customers (id bigint);
alter table customers add unique (id);
create table orders (id bigint primary key, customer_id bigint not null references customers (id), agent_id bigint references customers (id));
create index ix_orders_customer_id on orders (customer_id);
