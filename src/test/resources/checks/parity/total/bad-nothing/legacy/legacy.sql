-- the dump of an empty database
select 1;
