do $$ begin
  if not exists (select from pg_roles where rolname = 'stage_logger') then
    create role stage_logger login password 'of an example';
  end if;
end $$;
create extension dblink;
create table migration_log (said text);
grant insert on migration_log to stage_logger;
