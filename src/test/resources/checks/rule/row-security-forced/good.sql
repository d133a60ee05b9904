create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
alter table orders force row level security;
-- Without row security there is nothing to force.
create table countries (code text primary key);
