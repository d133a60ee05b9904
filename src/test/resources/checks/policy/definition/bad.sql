-- A policy without its check, and one that widens what it was to narrow.
-- EXPECT: FAILED policy/definition documents.tenant
-- EXPECT: FAILED policy/definition documents.published
create table documents (id bigint primary key, tenant_id uuid not null, draft boolean not null);
alter table documents enable row level security;
create policy tenant on documents for select using (tenant_id = current_setting('app.tenant_id')::uuid);
create policy published on documents for select using (not draft);
