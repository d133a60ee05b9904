-- EXPECT: FAILED rule/no-nullable-composite-foreign-key orders.orders_tenant_id_customer_id_fkey
create table customers (tenant_id bigint, id bigint primary key, unique (tenant_id, id));
create table orders (tenant_id bigint not null, customer_id bigint, foreign key (tenant_id, customer_id) references customers (tenant_id, id));
