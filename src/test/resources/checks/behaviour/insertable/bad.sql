-- EXPECT: FAILED behaviour/insertable archive
-- EXPECT: FAILED behaviour/insertable customers
-- EXPECT: FAILED behaviour/insertable orders
-- EXPECT: FAILED behaviour/insertable settings
-- EXPECT: UNVERIFIED behaviour/insertable codes
-- EXPECT: UNVERIFIED behaviour/insertable aliases
create table customers (id uuid primary key default gen_random_uuid(), email text not null unique);
create table orders (
    id bigint generated always as identity primary key,
    customer_id uuid not null references customers,
    status text not null default 'open' check (status in ('open', 'paid'))
);
create table settings (only_row boolean primary key default true check (only_row), currency text not null);
create table archive (id bigint primary key);
create table codes (code text primary key check (md5(code) like '00000000%'));
create table aliases (alias text primary key, code text not null references codes);
-- No INSERT on customers; no policy lets a row of orders in; settings may be written and not read.
alter table orders enable row level security;
create policy paid on orders using (true) with check (status = 'archived');
grant select on customers to shop_app;
grant select, insert on orders, archive, codes, aliases to shop_app;
grant insert on settings to shop_app;
