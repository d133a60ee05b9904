-- A column of a table that does not exist is not shown to be absent.
-- EXPECT: FAILED table/exists payments
-- EXPECT: FAILED column/absent payments.card_number
create table payment (id bigint primary key);
