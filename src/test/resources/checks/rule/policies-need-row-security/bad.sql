-- EXPECT: FAILED rule/policies-need-row-security orders
-- EXPECT: FAILED rule/policies-need-row-security invoices
create table orders (id bigint primary key, tenant_id uuid not null, note text);
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create table invoices (id bigint primary key, tenant_id uuid);
alter table invoices force row level security;
create policy tenant on invoices using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy own on invoices for delete using (false);
