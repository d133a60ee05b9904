-- EXPECT: FAILED table/exists products
-- EXPECT: FAILED column/definition products.id
-- EXPECT: FAILED column/definition products.price
-- EXPECT: FAILED primary-key/definition products.id
-- EXPECT: FAILED check/definition products.price
-- EXPECT: FAILED unique/definition products.uq_products_code
-- EXPECT: VACUOUS constraint/closed products
create table product (id bigint primary key, code text not null, price numeric(12, 2) not null);
