-- EXPECT: FAILED rule/function-search-path bare()
-- EXPECT: FAILED rule/function-search-path tidy(integer)
create function bare() returns integer language sql  as 'select 1';
create procedure tidy(n integer) language sql set work_mem = 1024 as 'select 1';
