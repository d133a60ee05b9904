create table customers (id bigint primary key, name text not null);
create index ix_customers_name on customers (name);
