-- The foreign key goes with the view, and the table stays.
-- EXPECT: FAILED stage/rollback lines
-- EXPECT: FAILED stage/rollback-plan lines
-- EXPECT: FAILED stage/rollback-plan orders
drop view order_lines;
alter table lines drop constraint lines_order_id_fkey;
