revoke create on schema public from public;
create schema app;
grant usage on schema app to public;
