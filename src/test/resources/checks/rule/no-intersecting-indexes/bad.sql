-- EXPECT: FAILED rule/no-intersecting-indexes ix_customers_name
create table customers (id bigint primary key, name text not null);
create index ix_customers_name on customers (name);
create index ix_customers_name_id on customers (name, id);
create index ix_customers_name_desc on customers (name desc);
