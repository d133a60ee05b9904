create role deployer;
create role shop_app;
alter default privileges for role deployer grant usage on sequences to shop_app;
