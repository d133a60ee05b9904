create table documents (id bigint primary key, tenant_id uuid not null, draft boolean not null);
alter table documents enable row level security;
create policy tenant on documents using (tenant_id = current_setting('app.tenant_id')::uuid);
