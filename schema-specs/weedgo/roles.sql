-- What operations has done before the migrations: what the owner makes, the application may use. Truncating is nobody's but
-- the owner's.

alter default privileges for role weedgo_owner grant select, insert, update, delete on tables to weedgo_app;
alter default privileges for role weedgo_owner grant usage on sequences to weedgo_app;
