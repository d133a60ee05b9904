-- EXPECT: FAILED type/closed amount
create type mood as enum ('ok');
create domain amount as numeric;
