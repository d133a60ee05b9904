create function empty() returns integer language sql security definer set search_path = '' as 'select 1';
create function listed() returns integer language sql security definer set search_path = public, pg_temp as 'select 1';
-- Runs as its caller.
create function invoker() returns integer language sql  as 'select 1';
