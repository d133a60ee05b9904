-- A slip of the pen in one name; the other is a view.
-- EXPECT: FAILED table/exists customers
-- EXPECT: FAILED table/exists orders
create table costumers (id bigint primary key);
create view orders as select id from costumers;
