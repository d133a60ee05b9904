-- The table stays, without a column, and the next upgrade takes it for whole.
-- EXPECT: FAILED revision/convergent undone-and-applied-again
alter table customers drop column name;
