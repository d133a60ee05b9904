-- EXPECT: FAILED default-privileges/definition for role deployer in schema public on tables
-- EXPECT: FAILED default-privileges/definition for role deployer on functions
create role deployer;
create role reporting;
alter default privileges for role deployer in schema public grant select, insert on tables to reporting;
