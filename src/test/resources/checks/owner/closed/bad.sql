-- EXPECT: FAILED owner/closed orders
create role someone;
create table orders (id bigint);
alter table orders owner to someone;
