-- EXPECT: FAILED rule/no-enum-types mood
-- EXPECT: FAILED rule/no-enum-types app.state
create type mood as enum ('sad', 'ok');
create schema app;
create type app.state as enum ();
