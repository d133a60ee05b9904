-- No default partition where one is stated, and one where there must be none.
-- EXPECT: FAILED partition/default events
-- EXPECT: FAILED partition/default logs
create table events (id bigint not null, at date not null) partition by range (at);
create table logs (id bigint, at date) partition by range (at);
create table logs_rest partition of logs default;
