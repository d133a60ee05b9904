-- EXPECT: FAILED revision/edited 001
-- EXPECT: FAILED revision/edited 003
create table authors (id bigint primary key);
