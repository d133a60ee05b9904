create function empty() returns integer language sql set search_path = '' as 'select 1';
create procedure tidy() language sql set search_path = public as 'select 1';
create aggregate total (integer) (sfunc = int4pl, stype = integer);
