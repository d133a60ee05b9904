-- No policy, and only a restrictive one.
-- EXPECT: FAILED rule/row-security-needs-policy orders
-- EXPECT: FAILED rule/row-security-needs-policy invoices
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create table invoices (id bigint primary key, tenant_id uuid);
alter table invoices enable row level security;
create policy tenant on invoices as restrictive using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
