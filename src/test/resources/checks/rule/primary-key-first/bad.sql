-- EXPECT: FAILED rule/primary-key-first customers
create table customers (name text not null, id bigint primary key);
