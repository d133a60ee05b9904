create table ledger_lines (
    id bigint primary key,
    debit numeric(15, 2) not null check (debit >= 0),
    credit numeric(15, 2) not null,
    currency text not null,
    constraint ck_ledger_lines_one_side check ((debit = 0) or (credit = 0)),
    constraint ck_ledger_lines_currency check (currency = any (array['NOK', 'EUR']))
);
