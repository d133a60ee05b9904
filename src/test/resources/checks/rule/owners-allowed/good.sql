create table orders (id bigint generated always as identity primary key);
create sequence numbers;
alter sequence numbers owner to pg_monitor;
