-- A column of that name is back, too late for the release that ran meanwhile.
alter table users add column name text generated always as (full_name) stored;
