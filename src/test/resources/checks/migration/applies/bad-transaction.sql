-- EXPECT: FAILED migration/applies 001
-- EXPECT: UNVERIFIED schema/exists public
begin;
create table orders (id bigint primary key);
