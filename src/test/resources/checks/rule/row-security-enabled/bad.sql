-- Policies alone do nothing, and a partition does not follow its parent.
-- EXPECT: FAILED rule/row-security-enabled orders
-- EXPECT: FAILED rule/row-security-enabled events_2026
create table orders (id bigint primary key, tenant_id uuid not null, note text);
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create table events (tenant_id uuid not null, at timestamptz not null) partition by range (at);
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
alter table events enable row level security;
