create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table users (id int primary key, tenant_id int not null references tenants, unique (tenant_id, id));
create table sessions (
  id         int primary key,
  tenant_id  int not null references tenants,
  user_id    int not null,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
grant select, insert, update, delete on all tables in schema public to shop_app;
