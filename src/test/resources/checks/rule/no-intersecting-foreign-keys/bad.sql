-- EXPECT: FAILED rule/no-intersecting-foreign-keys orders.orders_customer_id_fkey
create table customers (tenant_id bigint, id bigint primary key, unique (tenant_id, id));
create table orders (tenant_id bigint not null, customer_id bigint not null references customers (id), foreign key (tenant_id, customer_id) references customers (tenant_id, id));
