create extension pgcrypto;
create extension hstore;
