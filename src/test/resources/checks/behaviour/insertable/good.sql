create table customers (id uuid primary key default gen_random_uuid(), email text not null unique);
create table orders (
    id bigint generated always as identity primary key,
    customer_id uuid not null references customers,
    status text not null default 'open' check (status in ('open', 'paid')),
    total numeric(10,2) not null check (total >= 0)
);
create table settings (only_row boolean primary key default true check (only_row), currency text not null);
create table archive (id bigint primary key);
alter table orders enable row level security;
create policy paid_or_open on orders using (status <> 'closed');
grant select, insert on customers, orders, settings to shop_app;
