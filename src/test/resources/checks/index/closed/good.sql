-- The index behind the primary key counts with the constraint.
create table orders (id bigint primary key, customer_id bigint not null);
create index ix_orders_customer_id on orders (customer_id);
