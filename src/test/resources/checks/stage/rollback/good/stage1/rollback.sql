drop table orders;
drop sequence order_number;
delete from users where id = 3;
