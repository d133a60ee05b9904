create sequence order_number;
create table orders (id int primary key, user_id int references users);
insert into users values (3);
