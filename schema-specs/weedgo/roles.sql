-- What operations has done before the migrations: the role that owns the tables and runs them, and the one that the
-- application logs in as. What the owner makes, the application may use; truncating is nobody's but the owner's.

do $$
begin
    if not exists (select from pg_roles where rolname = 'weedgo_owner') then
        create role weedgo_owner login nosuperuser nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'weedgo_app') then
        create role weedgo_app login nosuperuser nobypassrls;
    end if;
end
$$;

alter default privileges for role weedgo_owner grant select, insert, update, delete on tables to weedgo_app;
alter default privileges for role weedgo_owner grant usage on sequences to weedgo_app;
