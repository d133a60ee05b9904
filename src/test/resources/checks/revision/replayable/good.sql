create table if not exists roles (id int primary key, name text not null);
insert into roles values (1, 'admin') on conflict (id) do nothing;
