-- A table whose rows are lost in a crash, and a setting that nobody stated.
-- EXPECT: FAILED table/attributes sessions
-- EXPECT: FAILED table/attributes orders.note
create unlogged table sessions (id uuid primary key, body text) with (fillfactor = 90);
create table orders (id bigint primary key, note text);
alter table orders alter note set storage external;
