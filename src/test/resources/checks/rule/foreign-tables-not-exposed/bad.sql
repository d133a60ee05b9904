-- EXPECT: FAILED rule/foreign-tables-not-exposed remote
-- EXPECT: FAILED rule/foreign-tables-not-exposed other
create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create foreign table remote (id bigint) server far;
create foreign table other (id bigint) server far;
grant insert on remote to public;
grant select (id) on other to pg_monitor;
