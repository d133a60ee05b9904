-- One condition is another, one constraint is missing, and one was added NOT VALID and never validated.
-- EXPECT: FAILED check/definition ledger_lines.debit
-- EXPECT: FAILED check/definition ledger_lines.ck_ledger_lines_one_side
-- EXPECT: FAILED check/definition ledger_lines.ck_ledger_lines_currency
create table ledger_lines (
    id bigint primary key,
    debit numeric(15, 2) not null,
    credit numeric(15, 2) not null,
    currency text not null,
    constraint ck_ledger_lines_one_side check (debit = 0 and credit = 0)
);
alter table ledger_lines add constraint ck_ledger_lines_currency check (currency in ('NOK', 'EUR')) not valid;
