-- EXPECT: FAILED rule/function-search-path bare()
-- EXPECT: FAILED rule/function-search-path tidy()
create function bare() returns integer language sql  as 'select 1';
create procedure tidy() language sql set work_mem = 1024 as 'select 1';
