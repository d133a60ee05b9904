-- EXPECT: FAILED table/exists customers
-- EXPECT: FAILED column/definition customers.id
-- EXPECT: FAILED column/definition customers.name
-- EXPECT: VACUOUS column/closed customers
create table customer (id bigint not null, name text not null);
