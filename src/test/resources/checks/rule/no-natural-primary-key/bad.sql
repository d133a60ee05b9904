-- EXPECT: FAILED rule/no-natural-primary-key users.users_pkey
create table customers (id bigint primary key, name text not null);
create table users (email text primary key);
create table countries (code text primary key);
