-- By PostgreSQL's default, and to a role that the spec names.
-- EXPECT: FAILED rule/security-definer-not-public opened()
-- EXPECT: FAILED rule/security-definer-not-public lent()
create function opened() returns integer language sql security definer as 'select 1';
create procedure lent() language sql security definer as 'select 1';
revoke execute on procedure lent() from public;
grant execute on procedure lent() to pg_monitor;
