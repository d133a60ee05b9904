create schema app;
create domain mood as text check (value in ('sad', 'ok'));
create type place as (street text);
