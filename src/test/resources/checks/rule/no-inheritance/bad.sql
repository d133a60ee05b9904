-- EXPECT: FAILED rule/no-inheritance vip_customers
create table customers (id bigint primary key, name text not null);
create table vip_customers (since date) inherits (customers);
