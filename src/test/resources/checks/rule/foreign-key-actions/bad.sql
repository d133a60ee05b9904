-- EXPECT: FAILED rule/foreign-key-actions orders.orders_a_fkey
-- EXPECT: FAILED rule/foreign-key-actions orders.orders_b_fkey
create table customers (id bigint primary key);
create table orders (
    a bigint references customers on delete cascade,
    b bigint references customers on update set null,
    c bigint references customers on delete restrict on update no action);
