-- EXPECT: FAILED rule/no-reserved-words "user"
-- EXPECT: FAILED rule/no-reserved-words orders."order"
-- EXPECT: FAILED rule/no-reserved-words names."end"
create table "user" (id bigint primary key);
create table orders (id bigint primary key, "order" text);
create view names as select id as "end" from orders;
