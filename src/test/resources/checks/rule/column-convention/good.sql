create table customers (id bigint primary key, created_at timestamptz not null default now());
create table countries (code text primary key);
