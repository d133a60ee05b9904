-- EXPECT: FAILED seed/runs migrations/seeds/10-tenants.sql
-- EXPECT: FAILED seed/runs migrations/seeds/plans.csv
create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table plans (code text primary key, price numeric(8, 2) not null, note text);
