create table orders (id bigint primary key, tenant_id uuid not null, note text);
create materialized view totals as select count(*) from orders;
grant select on totals to pg_read_all_data;
grant select on orders to public;
