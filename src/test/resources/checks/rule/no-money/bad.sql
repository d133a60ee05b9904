-- EXPECT: FAILED rule/no-money invoices.total
create table invoices (id bigint primary key, total money not null);
