create table orders (id bigint generated always as identity primary key, line integer default 1);
