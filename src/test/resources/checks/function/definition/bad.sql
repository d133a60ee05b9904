-- A definer's rights, and another body.
-- EXPECT: FAILED function/definition touch()
-- EXPECT: FAILED function/definition add(integer, integer)
create function touch() returns trigger language plpgsql security definer as 'begin return new; end';
create function add(integer, b int default 0) returns int language sql stable as 'select $1 - b';
