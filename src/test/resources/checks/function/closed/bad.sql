-- EXPECT: FAILED function/closed touch(integer)
create function touch() returns trigger language plpgsql as 'begin return new; end';
create function touch(int) returns int language sql as 'select 1';
