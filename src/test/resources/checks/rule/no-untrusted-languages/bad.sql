-- EXPECT: FAILED rule/no-untrusted-languages plus(integer, integer)
-- EXPECT: FAILED rule/no-untrusted-languages draw()
create function plus(integer, integer) returns integer language internal as 'int4pl';
create function draw() returns uuid language c as '$libdir/pgcrypto', 'pg_random_uuid';
