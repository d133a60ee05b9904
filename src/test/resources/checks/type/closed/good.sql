create type mood as enum ('ok');
create table t (mood mood);
