-- Partitioned by another column.
-- EXPECT: FAILED partition/key events
create table events (id bigint not null, at date not null) partition by hash (id);
