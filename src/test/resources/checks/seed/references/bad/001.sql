-- EXPECT: FAILED seed/references users.users_tenant
create table tenants (
  id          int primary key,
  name        text not null unique,
  created_at  timestamptz not null default now()
);
create table users (id int primary key, tenant_id int not null);
insert into users values (1, 7);
alter table users add constraint users_tenant foreign key (tenant_id) references tenants not valid;
