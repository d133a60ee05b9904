create table orders (id int primary key);
insert into migration_log values ('orders made');
