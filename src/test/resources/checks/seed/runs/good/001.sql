create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table plans (code text primary key, price numeric(8, 2) not null, note text);
