create role shop_reports;
create table users (id int primary key, email text not null, password_hash text not null);
-- The password comes from the environment: postgres://shop:${SHOP_PASSWORD}@db/shop
insert into users (id, email, password_hash) values (1, 'demo@example.com', 'changeme');
