-- The column is there again, and what was in it is not.
-- EXPECT: FAILED revision/reversible 002
alter table orders drop column remark;
alter table orders add column note text not null default '';
alter table orders alter column note drop default;
