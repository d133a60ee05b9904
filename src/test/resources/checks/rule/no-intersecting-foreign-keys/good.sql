create table customers (tenant_id bigint, id bigint primary key, unique (tenant_id, id));
create table orders (tenant_id bigint not null, customer_id bigint not null, agent_id bigint not null, foreign key (tenant_id, customer_id) references customers (tenant_id, id), foreign key (tenant_id, agent_id) references customers (tenant_id, id));
