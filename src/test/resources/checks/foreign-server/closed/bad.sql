-- EXPECT: FAILED foreign-server/closed archive
create table orders (id bigint primary key, status text not null, no integer);
create foreign data wrapper w;
create server archive foreign data wrapper w;
