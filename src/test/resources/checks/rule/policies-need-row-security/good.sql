create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create policy tenant on orders using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create table countries (code text primary key);
