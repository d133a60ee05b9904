-- The spec is for a version that the server is not of.
-- EXPECT: FAILED server/version PostgreSQL
create table orders (id bigint primary key);
