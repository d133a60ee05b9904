-- EXPECT: FAILED revision/populated orders.total
create table orders (id bigint primary key, total numeric(10, 2) not null, legacy text);
