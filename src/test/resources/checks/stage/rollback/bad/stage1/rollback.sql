-- EXPECT: FAILED stage/rollback orders
drop table orders;
delete from users where id = 3;
