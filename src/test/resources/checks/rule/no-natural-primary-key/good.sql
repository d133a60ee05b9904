create table customers (id bigint primary key, name text not null);
create table countries (code text primary key);
create table events (id bigint, at date, primary key (id, at)) partition by range (at);
