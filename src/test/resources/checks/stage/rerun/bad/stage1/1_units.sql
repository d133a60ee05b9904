-- The schema is the same the second time, and the rows are there twice.
-- EXPECT: FAILED stage/rerun units
create index if not exists ix_units on units (name);
insert into units values ('gram'), ('ounce');
