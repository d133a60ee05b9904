-- EXPECT: FAILED foreign-key/definition orders.fk_customer
-- EXPECT: FAILED behaviour/action orders.fk_customer on delete
-- EXPECT: FAILED behaviour/action orders.fk_customer on update
-- EXPECT: FAILED behaviour/action orders.fk_clerk on delete
-- EXPECT: FAILED foreign-key/definition orders.fk_currency
-- EXPECT: FAILED behaviour/action orders.fk_currency on delete
-- EXPECT: FAILED behaviour/action orders.fk_currency on update
create table customers (id bigint primary key);
create table clerks (id bigint generated always as identity primary key);
create table currencies (code text primary key);
-- What is to be set null cannot be null.
create table orders (
    id bigint primary key,
    customer_id bigint not null,
    clerk_id bigint not null,
    currency text not null default 'EUR',
    constraint fk_customer foreign key (customer_id) references customers (id),
    constraint fk_clerk foreign key (clerk_id) references clerks (id) on delete set null,
    constraint fk_currency foreign key (currency) references currencies (code)
        on delete cascade on update cascade
);
create table lines (
    id bigint primary key,
    order_id bigint not null,
    constraint fk_order foreign key (order_id) references orders (id) on delete cascade
);
