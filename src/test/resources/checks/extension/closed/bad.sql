-- EXPECT: FAILED extension/closed "uuid-ossp"
create extension pgcrypto;
create extension "uuid-ossp";
create table t ();
