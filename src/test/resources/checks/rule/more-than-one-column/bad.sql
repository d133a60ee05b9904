-- EXPECT: FAILED rule/more-than-one-column colours
-- EXPECT: FAILED rule/more-than-one-column nothing
create table customers (id bigint primary key, name text not null);
create table colours (name text primary key);
create table nothing ();
