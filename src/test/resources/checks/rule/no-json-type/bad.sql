-- EXPECT: FAILED rule/no-json-type events.payload
-- EXPECT: FAILED rule/no-json-type events.lines
create table customers (id bigint primary key, name text not null);
create table events (id bigint primary key, payload json not null, lines json[]);
