-- The constraints that stand with their columns count as named, whatever they are called.
create table products (
    id bigint primary key,
    code text not null,
    price numeric(12, 2) not null check (price >= 0),
    constraint uq_products_code unique (code)
);
