-- EXPECT: FAILED rule/index-names customers_name_idx
create table customers (id bigint primary key, name text not null);
create index customers_name_idx on customers (name);
create unique index ux_customers_name_id on customers (name, id);
