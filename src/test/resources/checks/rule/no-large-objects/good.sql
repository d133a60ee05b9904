create table files (id bigint primary key, content bytea);
