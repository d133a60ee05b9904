create table customers (id bigint constraint pk_customers primary key);
create table orders (id bigint constraint pk_orders primary key, customer_id bigint constraint fk_orders_customer_id_customers references customers (id));
