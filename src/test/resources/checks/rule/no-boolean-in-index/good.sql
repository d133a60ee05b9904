create table customers (id bigint primary key, name text not null);
alter table customers add active boolean not null;
create index ix_customers_active on customers (name) where active;
create index ix_customers_both on customers (active, name);
