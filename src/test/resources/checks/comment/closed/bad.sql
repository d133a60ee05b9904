-- EXPECT: FAILED comment/closed invoices.memo
create table invoices (due_on date, memo text);
comment on table invoices is 'What customers owe';
comment on column invoices.due_on is 'The last day to pay';
comment on column invoices.memo is 'Will be dropped in March';
