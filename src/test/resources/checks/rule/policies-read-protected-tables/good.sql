create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create table members (tenant_id uuid, login text);
alter table members enable row level security;
create table notes (login text);
create policy member on orders
    using (tenant_id in (select m.tenant_id from members m where m.login = current_user and m.tenant_id is distinct from orders.id::text::uuid));
create policy fill on orders for insert with check (extract(year from now()) > 2000);
