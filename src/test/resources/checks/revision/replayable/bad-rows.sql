-- EXPECT: FAILED revision/replayable replayable
create table if not exists roles (id int primary key generated always as identity, name text not null);
insert into roles (name) values ('admin');
