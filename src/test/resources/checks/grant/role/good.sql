create role shop_app;
create role reporting;
create table orders (id bigint primary key, status text, note text);
grant select, insert, update (status, note) on orders to shop_app;
grant select on orders to reporting with grant option;
create function close_orders() returns void language sql security definer set search_path = '' as 'select';
revoke execute on function close_orders() from public;
grant execute on function close_orders() to shop_app;
