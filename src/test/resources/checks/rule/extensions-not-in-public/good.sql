create schema extensions;
create extension pgcrypto schema extensions;
