-- EXPECT: FAILED foreign-key/definition orders.fk_customer
-- EXPECT: FAILED behaviour/foreign-key orders.fk_customer
-- EXPECT: FAILED foreign-key/definition orders.fk_parent
-- EXPECT: FAILED behaviour/foreign-key orders.fk_parent
create table customers (id bigint primary key);
create table orders (
    id bigint primary key,
    customer_id bigint not null,
    parent_id bigint,
    constraint fk_customer foreign key (customer_id) references customers (id)
);
alter table orders disable trigger all;
