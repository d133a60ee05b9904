-- EXPECT: FAILED table/exists orders
-- EXPECT: FAILED index/definition ix_orders_customer_id
-- EXPECT: VACUOUS index/closed orders
create table "order" (id bigint primary key, customer_id bigint not null);
