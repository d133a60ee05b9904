-- EXPECT: FAILED column/definition customers.email
-- EXPECT: FAILED behaviour/not-null customers.email
create table customers (id bigint primary key, email text, phone text);
