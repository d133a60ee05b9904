-- EXPECT: VACUOUS parity/kind tables
-- EXPECT: VACUOUS parity/kind columns
create function f() returns int language sql as 'select 1';
