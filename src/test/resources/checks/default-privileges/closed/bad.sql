-- EXPECT: FAILED default-privileges/closed for role deployer in schema public on tables
create role deployer;
create role shop_app;
alter default privileges for role deployer grant usage on sequences to shop_app;
alter default privileges for role deployer in schema public grant select on tables to public;
