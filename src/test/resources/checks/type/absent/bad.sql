-- EXPECT: FAILED type/absent mood
create type mood as enum ('ok');
