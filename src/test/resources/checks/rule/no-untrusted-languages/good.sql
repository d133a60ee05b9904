create function one() returns integer language sql  as 'select 1';
create function two() returns integer language plpgsql as 'begin return 2; end';
create aggregate total (integer) (sfunc = int4pl, stype = integer);
