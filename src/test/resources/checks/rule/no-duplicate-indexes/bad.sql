-- EXPECT: FAILED rule/no-duplicate-indexes ix_customers_name_again
-- EXPECT: FAILED rule/no-duplicate-indexes ix_customers_id
create table customers (id bigint primary key, name text not null);
create index ix_customers_name on customers (name);
create index ix_customers_name_again on customers (name desc);
create index ix_customers_id on customers (id);
