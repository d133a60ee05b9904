-- EXPECT: FAILED publication/definition feed
create table orders (id bigint primary key, status text not null, no integer);
create publication feed for table orders;
