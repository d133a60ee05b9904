create table customers (id bigint primary key, name text not null);
create table events (id bigint primary key, payload jsonb not null);
