create table tenants (id uuid primary key, name text not null);
create table orders (id uuid primary key, tenant_id uuid not null references tenants (id), total int);
create view order_totals with (security_invoker = true) as select tenant_id, sum(total) from orders group by tenant_id;
create materialized view order_report as select count(*) from orders;
