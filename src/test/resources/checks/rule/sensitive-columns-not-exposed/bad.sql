-- By a grant on the whole, on the column, and on a view.
-- EXPECT: FAILED rule/sensitive-columns-not-exposed users.password_hash
-- EXPECT: FAILED rule/sensitive-columns-not-exposed clients."API_Key"
-- EXPECT: FAILED rule/sensitive-columns-not-exposed logins.password_hash
create table users (id bigint primary key, login text, password_hash text);
grant select on users to public;
create table clients (id bigint primary key, "API_Key" text);
grant select ("API_Key") on clients to pg_monitor;
create view logins as select password_hash from users;
grant select on logins to public;
