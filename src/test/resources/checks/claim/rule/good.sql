create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint not null references customers (id));
create index ix_orders_customer_id on orders (customer_id);
