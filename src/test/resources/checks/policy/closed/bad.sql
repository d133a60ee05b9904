-- Permissive policies add up: this one lets everything through.
-- EXPECT: FAILED policy/closed documents.debug
create table documents (id bigint primary key, tenant_id uuid not null, draft boolean not null);
alter table documents enable row level security;
create policy tenant on documents using (tenant_id = current_setting('app.tenant_id')::uuid);
create policy debug on documents using (true);
