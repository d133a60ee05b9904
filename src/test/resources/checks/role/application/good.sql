create table orders (id bigint primary key);
grant select, insert on orders to shop_app;
