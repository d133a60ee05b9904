-- EXPECT: FAILED rule/no-duplicate-foreign-keys orders.orders_customer_id_fkey_2
create table customers (tenant_id bigint, id bigint primary key, unique (tenant_id, id));
create table orders (id bigint primary key, customer_id bigint references customers (id));
alter table orders add constraint orders_customer_id_fkey_2 foreign key (customer_id) references customers (id) on delete cascade;
