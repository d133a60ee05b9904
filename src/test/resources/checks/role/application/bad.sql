-- The migrations run as a superuser here, and give the application too much.
-- EXPECT: FAILED role/application shop_app
create table orders (id bigint primary key);
alter role shop_app bypassrls;
