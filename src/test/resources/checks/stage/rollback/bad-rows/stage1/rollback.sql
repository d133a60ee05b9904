-- EXPECT: FAILED stage/rollback orders
drop table orders;
drop sequence order_number;
delete from users;
