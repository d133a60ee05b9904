create function closed() returns integer language sql security definer as 'select 1';
revoke execute on function closed() from public;
grant execute on function closed() to pg_read_all_data;
create function invoker() returns integer language sql  as 'select 1';
