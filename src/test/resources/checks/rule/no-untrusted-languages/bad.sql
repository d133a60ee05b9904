-- EXPECT: FAILED rule/no-untrusted-languages backend()
-- EXPECT: FAILED rule/no-untrusted-languages draw()
create function backend() returns integer language internal as 'pg_backend_pid';
create function draw() returns uuid language c as '$libdir/pgcrypto', 'pg_random_uuid';
