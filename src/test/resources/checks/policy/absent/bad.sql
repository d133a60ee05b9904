-- A policy that opens the table, left over from a test.
-- EXPECT: FAILED policy/absent documents.everyone
create table documents (id bigint primary key, tenant_id uuid not null, draft boolean not null);
alter table documents enable row level security;
create policy everyone on documents using (true);
