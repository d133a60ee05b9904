create table customers (id bigint primary key, tenant_id bigint not null, email text not null);
alter table customers add constraint uq_customers_tenant_email unique (tenant_id, email);
