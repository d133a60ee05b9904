-- EXPECT: FAILED rule/consistent-column-types lines.id
create table customers (id bigint primary key, name text not null);
create table orders (id bigint primary key, name text);
create table lines (id integer primary key);
