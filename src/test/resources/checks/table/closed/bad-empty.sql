-- Without any table, a closed world says nothing.
-- EXPECT: VACUOUS table/closed tables
-- EXPECT: FAILED table/exists orders
-- EXPECT: FAILED table/exists events
create function nothing() returns integer language sql as 'select 0';
