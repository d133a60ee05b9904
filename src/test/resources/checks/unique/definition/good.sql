create table customers (
    id bigint primary key,
    tenant_id bigint not null,
    number integer not null,
    email text not null unique,
    constraint uq_customers_number unique (tenant_id, number)
);
