-- EXPECT: FAILED rule/not-all-nullable customers
create table customers (id bigint primary key, name text, email text);
