create table tenants (id uuid primary key, name text not null);
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id), total int);
-- EXPECT: FAILED tenancy/views order_totals
create view order_totals as select tenant_id, sum(total) from orders group by tenant_id;
-- EXPECT: FAILED tenancy/views order_report
create materialized view order_report as select count(*) from orders;
grant select on order_report to public;
-- EXPECT: FAILED tenancy/views order_count()
create function order_count() returns bigint language sql stable security definer set search_path = pg_catalog
  as 'select count(*) from public.orders';
