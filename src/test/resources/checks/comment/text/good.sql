create table invoices (
    id bigint primary key,
    due_on date not null,
    total numeric(12, 2) not null,
    memo text,
    constraint ck_invoices_total check (total >= 0)
);
create index ix_invoices_due_on on invoices (due_on);
comment on table invoices is 'What customers owe';
comment on column invoices.due_on is 'The last day to pay; local to the seller';
comment on index ix_invoices_due_on is 'For the reminders of the night';
comment on constraint ck_invoices_total on invoices is 'Credit notes have a table of their own';
