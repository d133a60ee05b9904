-- A role that may draw numbers and see what the schema holds.
-- EXPECT: FAILED grant/unnamed orders_id_seq
-- EXPECT: FAILED grant/unnamed public
create table orders (id bigint not null generated always as identity);
grant usage on sequence orders_id_seq to pg_monitor;
grant usage on schema public to pg_monitor;
