create table customers (tenant_id bigint, id bigint primary key, unique (tenant_id, id));
create table orders (id bigint primary key, customer_id bigint references customers (id), agent_id bigint references customers (id));
