-- EXPECT: FAILED publication/closed feed
create table orders (id bigint primary key, status text not null, no integer);
create publication feed for table orders;
