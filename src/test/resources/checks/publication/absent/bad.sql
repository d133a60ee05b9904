-- EXPECT: FAILED publication/absent feed
create table orders (id bigint primary key, status text not null, no integer);
create publication feed for table orders;
