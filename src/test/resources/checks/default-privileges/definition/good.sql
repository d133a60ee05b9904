create role deployer;
create role reporting;
alter default privileges for role deployer in schema public grant select on tables to reporting;
alter default privileges for role deployer revoke execute on functions from public;
