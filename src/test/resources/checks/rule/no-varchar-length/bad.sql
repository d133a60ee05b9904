-- EXPECT: FAILED rule/no-varchar-length customers.name
create table customers (id bigint primary key, name varchar(100) not null);
