create table customers (id bigint primary key, name text not null);
create table orders (id bigint primary key, customer_id bigint not null references customers (id), agent_id bigint references customers (id));
create index ix_orders_customer_id on orders (customer_id, id);
create index ix_orders_agent_id on orders (agent_id) where agent_id is not null;
