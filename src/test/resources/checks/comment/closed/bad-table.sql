-- EXPECT: VACUOUS comment/closed invoices
-- EXPECT: FAILED column/definition invoices.due_on
-- EXPECT: FAILED column/definition invoices.memo
-- EXPECT: FAILED comment/text invoices
-- EXPECT: FAILED comment/text invoices.due_on
-- EXPECT: FAILED table/exists invoices
select 1;
