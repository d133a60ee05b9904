-- EXPECT: FAILED comment/text invoices
-- EXPECT: FAILED comment/text invoices.due_on
-- EXPECT: FAILED comment/text invoices.memo
-- EXPECT: FAILED comment/text ix_invoices_due_on
-- EXPECT: FAILED index/definition ix_invoices_due_on
-- EXPECT: FAILED comment/text invoices.ck_invoices_total
create table invoices (
    id bigint primary key,
    due_on date not null,
    total numeric(12, 2) not null,
    memo text,
    constraint ck_invoices_total check (total >= 0)
);
comment on table invoices is 'what customers owe';
comment on column invoices.memo is 'to be dropped';
comment on constraint ck_invoices_total on invoices is 'Never negative';
