-- EXPECT: FAILED rule/no-unlogged-tables cache
-- EXPECT: FAILED rule/no-unlogged-tables "Import"
create unlogged table cache (id bigint primary key);
create unlogged table "Import" (line text);
create table orders (id bigint primary key);
