create extension postgres_fdw;
create server far foreign data wrapper postgres_fdw;
create foreign table remote (id bigint) server far;
grant select on remote to pg_read_all_data;
