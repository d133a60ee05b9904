-- EXPECT: FAILED seed/tenants sessions.sessions_user_id_fkey
-- EXPECT: FAILED tenancy/reference sessions.sessions_user_id_fkey
create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table users (id int primary key, tenant_id int not null references tenants);
create table sessions (
  id         int primary key,
  tenant_id  int not null references tenants,
  user_id    int not null references users
);
grant select, insert, update, delete on all tables in schema public to shop_app;
