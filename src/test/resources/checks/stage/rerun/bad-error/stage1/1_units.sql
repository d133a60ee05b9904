-- EXPECT: FAILED stage/rerun units
create unique index uq_units on units (name);
