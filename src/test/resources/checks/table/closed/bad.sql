-- Two tables that the spec does not know; one is a child of a named table, but no partition of it.
-- EXPECT: FAILED table/closed orders_old
-- EXPECT: FAILED table/closed "Import 2026"
create table orders (id bigint primary key);
create table events (at timestamptz not null);
create table orders_old () inherits (orders);
create table "Import 2026" (line text);
