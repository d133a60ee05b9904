-- No path, one in which temporary objects come first, and one that the caller decides.
-- EXPECT: FAILED rule/security-definer-search-path bare()
-- EXPECT: FAILED rule/security-definer-search-path early()
-- EXPECT: FAILED rule/security-definer-search-path personal()
create function bare() returns integer language sql security definer set work_mem = 1024 as 'select 1';
create function early() returns integer language sql security definer set search_path = public as 'select 1';
create function personal() returns integer language sql security definer set search_path = "$user", pg_temp as 'select 1';
