create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table models (
  id          int generated always as identity primary key,
  name        text not null,
  updated_at  timestamptz not null default now(),
  unique (name)
);
create table notes (id int generated always as identity primary key, text text not null);
