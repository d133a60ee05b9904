create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table users (id int primary key, tenant_id int not null references tenants);
