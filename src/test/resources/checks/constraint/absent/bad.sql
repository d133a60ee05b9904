-- The new constraint was added, the old one was not dropped.
-- EXPECT: FAILED constraint/absent customers.uq_customers_email
create table customers (
    id bigint primary key,
    tenant_id bigint not null,
    email text not null,
    constraint uq_customers_email unique (email)
);
alter table customers add constraint uq_customers_tenant_email unique (tenant_id, email);
