-- A second check on the same column is one more constraint.
-- EXPECT: FAILED constraint/closed products.products_price_check1
create table products (
    id bigint primary key,
    code text not null,
    price numeric(12, 2) not null check (price >= 0) check (price < 1000),
    constraint uq_products_code unique (code)
);
