create table users (id bigint primary key, login text, password_hash text);
grant select (id, login) on users to public;
grant select on users to pg_read_all_data;
grant insert on users to public;
