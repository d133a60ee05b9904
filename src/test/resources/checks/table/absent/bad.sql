-- The copy that was made for safety was never dropped.
-- EXPECT: FAILED table/absent orders_backup
create table orders (id bigint primary key);
create table orders_backup as table orders;
