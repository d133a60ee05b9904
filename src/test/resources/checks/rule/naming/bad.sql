-- EXPECT: FAILED rule/naming "Order Lines"
-- EXPECT: FAILED rule/naming "Order Lines"."Order Lines_pkey"
-- EXPECT: FAILED rule/naming customers_by_name
create table customers (id bigint primary key, name text not null);
create table "Order Lines" (id bigint primary key);
create index customers_by_name on customers (name);
