-- EXPECT: FAILED rule/no-boolean-in-index ix_customers_active
create table customers (id bigint primary key, name text not null);
alter table customers add active boolean not null;
create index ix_customers_active on customers (active);
