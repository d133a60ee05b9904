-- EXPECT: FAILED rule/no-needless-index-predicate ix_customers_name
create table customers (id bigint primary key, name text not null, email text);
create index ix_customers_name on customers (name) where name is not null and email is not null;
