-- EXPECT: FAILED revision/reversible 001
create table orders (id bigint primary key);
