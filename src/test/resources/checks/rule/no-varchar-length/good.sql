create table customers (id bigint primary key, name text check (char_length(name) <= 100), code varchar);
