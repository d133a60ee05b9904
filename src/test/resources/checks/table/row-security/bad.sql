-- Policies bind everyone but the owner.
-- EXPECT: FAILED table/row-security documents
create table documents (id bigint primary key, tenant_id uuid not null, draft boolean not null);
alter table documents enable row level security;
