-- EXPECT: VACUOUS grant/closed salaries
-- EXPECT: FAILED grant/role salaries to payroll
-- EXPECT: FAILED table/exists salaries
create role payroll;
