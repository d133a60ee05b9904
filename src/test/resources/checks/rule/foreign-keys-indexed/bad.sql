-- EXPECT: FAILED rule/foreign-keys-indexed orders.orders_customer_id_fkey
-- EXPECT: FAILED rule/foreign-keys-indexed orders.orders_agent_id_fkey
create table customers (id bigint primary key, name text not null);
create table orders (id bigint primary key, customer_id bigint not null references customers (id), agent_id bigint references customers (id));
create index ix_orders_customer_id on orders (id, customer_id);
create index ix_orders_agent_id on orders (agent_id) where id > 10;
create table alone (id bigint primary key references customers (id));
