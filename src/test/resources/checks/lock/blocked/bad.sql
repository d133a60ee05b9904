-- EXPECT: FAILED lock/blocked 002 orders
create table orders (id bigint primary key, note text);
