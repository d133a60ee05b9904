-- EXPECT: FAILED revision/replayable replayable
create table if not exists roles (id int primary key, name text not null);
create index ix_roles_name on roles (name);
