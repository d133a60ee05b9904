create role payroll;
create table salaries (id bigint primary key, amount numeric);
grant select, insert on salaries to payroll;
