-- EXPECT: FAILED rule/timestamps-with-time-zone events.at
-- EXPECT: FAILED rule/timestamps-with-time-zone events.opens
create table events (id bigint primary key, at timestamp(3) not null, opens timetz, seen timestamptz);
