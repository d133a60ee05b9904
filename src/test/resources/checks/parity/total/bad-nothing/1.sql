-- EXPECT: VACUOUS parity/total migrations/legacy/legacy.sql
-- EXPECT: FAILED parity/exception audit_*
select 1;
