create table if not exists customers (id bigint primary key, name text);
