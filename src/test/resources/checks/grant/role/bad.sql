-- EXPECT: FAILED grant/role orders to shop_app
-- EXPECT: FAILED grant/role orders to reporting
-- EXPECT: FAILED grant/role close_orders() to PUBLIC
create role shop_app;
create table orders (id bigint primary key, status text, note text);
grant select, insert, delete, update (status) on orders to shop_app;
create function close_orders() returns void language sql security definer set search_path = '' as 'select';
grant execute on function close_orders() to shop_app;
