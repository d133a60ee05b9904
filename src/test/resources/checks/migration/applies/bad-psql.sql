-- EXPECT: FAILED migration/applies 001
-- EXPECT: UNVERIFIED schema/exists public
\set ON_ERROR_STOP on
create table orders (id bigint primary key);
