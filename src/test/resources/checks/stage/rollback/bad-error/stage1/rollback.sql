-- EXPECT: FAILED stage/rollback orders
drop sequence order_number;
delete from users where id = 3;
drop table order;
