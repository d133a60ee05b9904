-- EXPECT: FAILED rule/constraint-names orders.orders_customer_id_fkey
create table customers (id bigint constraint pk_customers primary key);
create table orders (id bigint constraint pk_orders primary key, customer_id bigint references customers (id));
