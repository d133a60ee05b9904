-- The order of labels, a check, and an attribute.
-- EXPECT: FAILED type/definition mood
-- EXPECT: FAILED type/definition amount
-- EXPECT: FAILED type/definition address
create type mood as enum ('ok', 'sad');
create domain amount as numeric(12,2) not null check (value > 0);
create type address as (street text, zip integer);
