-- EXPECT: FAILED grant/closed salaries
create role payroll;
create role intern;
alter default privileges grant select on tables to intern;
create table salaries (id bigint primary key, amount numeric);
grant select, insert on salaries to payroll;
grant update (amount) on salaries to public;
