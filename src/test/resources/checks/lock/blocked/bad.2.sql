-- The lock of the first statement is held while the second one takes its time.
begin;
alter table orders add column status text;
select pg_catalog.pg_sleep(4);
commit;
