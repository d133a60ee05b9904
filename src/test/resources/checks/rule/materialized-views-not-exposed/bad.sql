-- To everybody, and to a role that the spec names, by column.
-- EXPECT: FAILED rule/materialized-views-not-exposed totals
-- EXPECT: FAILED rule/materialized-views-not-exposed ids
create table orders (id bigint primary key, tenant_id uuid not null, note text);
create materialized view totals as select count(*) from orders;
create materialized view ids as select id from orders;
grant select on totals to public;
grant select (id) on ids to pg_monitor;
