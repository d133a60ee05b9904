-- EXPECT: FAILED rule/owners-allowed orders
-- EXPECT: FAILED rule/owners-allowed one()
-- EXPECT: FAILED rule/owners-allowed mood
create table orders (id bigint generated always as identity primary key);
alter table orders owner to pg_read_all_data;
create view ids as select id from orders;
create function one() returns integer language sql  as 'select 1';
alter function one() owner to pg_read_all_data;
create type mood as enum ('sad', 'ok');
alter type mood owner to pg_read_all_data;
