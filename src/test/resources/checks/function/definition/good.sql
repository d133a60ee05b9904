create function touch() returns trigger language plpgsql as 'begin return new; end';
create function add(integer, b int default 0) returns int language sql immutable as ' select $1 + b ';
