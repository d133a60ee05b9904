-- EXPECT: FAILED rule/column-convention orders.created_at
-- EXPECT: FAILED rule/column-convention lines.created_at
create table customers (id bigint primary key, created_at timestamp with time zone not null default now());
create table orders (id bigint primary key, created_at timestamptz not null);
create table lines (id bigint primary key);
create table countries (code text primary key);
