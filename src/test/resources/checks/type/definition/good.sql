create type mood as enum ('sad', 'ok');
create domain amount as numeric(12,2) not null check (value >= 0);
create type address as (street text, zip text);
