create table customers (id bigint primary key, name text not null);
create table files (id uuid primary key);
