-- A unique index does what a unique constraint does, but ON CONFLICT ON CONSTRAINT cannot name it;
-- and a number that is unique over all tenants lets one tenant see that another has it.
-- EXPECT: FAILED unique/definition customers.email
-- EXPECT: FAILED unique/definition customers.uq_customers_number
create table customers (
    id bigint primary key,
    tenant_id bigint not null,
    number integer not null,
    email text not null,
    constraint uq_customers_number unique (number)
);
create unique index ux_customers_email on customers (email);
