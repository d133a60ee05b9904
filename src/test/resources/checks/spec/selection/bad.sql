-- Run with --only 'exclusion/*': a kind that there is, and of which this spec has none.
-- EXPECT: VACUOUS spec/selection selection
create table orders (id bigint primary key);
