-- The type, the index and the comment stay behind.
-- EXPECT: FAILED revision/reversible 002
alter table orders drop column status;
