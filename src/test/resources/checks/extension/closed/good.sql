create extension pgcrypto;
create table t ();
