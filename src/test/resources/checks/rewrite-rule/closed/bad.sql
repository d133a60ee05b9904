-- A rule that the spec does not name.
-- EXPECT: FAILED rewrite-rule/closed orders.swallow
create table orders (id bigint primary key, total numeric not null);
create table orders_log (id bigint, total numeric);
create rule swallow as on insert to orders do instead nothing;
