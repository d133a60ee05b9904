-- The referenced table is made too late; the revision after this one is not tried.
-- EXPECT: FAILED migration/applies 001
-- EXPECT: FAILED migration/applies 002
-- EXPECT: UNVERIFIED schema/exists public
create table products (id bigint primary key);

create table orders (
    id bigint primary key,
    customer_id bigint not null references customers (id)
);
create table customers (id bigint primary key);
