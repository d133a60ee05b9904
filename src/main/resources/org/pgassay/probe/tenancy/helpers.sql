-- What experiments look at and clear away as the superuser, within the application's own transaction.
set session_replication_role = replica;
create schema pgassay_probe;
grant usage on schema pgassay_probe to public;

-- The rows that a condition holds for, as text: another text if any of them was put in, changed or deleted.
create function pgassay_probe.state(relation text, condition text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  result text;
begin
  execute 'select coalesce(string_agg(pgassay_row.tableoid || '' '' || pgassay_row.ctid || '' '' || pgassay_row::text,'
    ' E''\n'' order by pgassay_row.tableoid, pgassay_row.ctid), '''') from ' || relation
    || ' pgassay_row where ' || condition into result;
  return result;
end $body$;

-- Sets a table's own triggers aside, or brings them back as they were.
create function pgassay_probe.quiet(relation text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
set session_replication_role = replica as $body$
declare
  part regclass;
begin
  for part in
    select relation::regclass
    union
    select relid from pg_catalog.pg_partition_tree(relation::regclass)
  loop
    execute 'alter table ' || part || ' disable trigger user';
  end loop;
end $body$;

-- Deletes rows, whatever triggers and foreign keys say of it.
create function pgassay_probe.clear(relation text, condition text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
set session_replication_role = replica as $body$
declare
  trigger record;
begin
  begin
    execute 'delete from ' || relation || ' where ' || condition;
    return;
  exception when others then
    null;
  end;
  create temporary table pgassay_triggers on commit drop as
    select t.tgrelid::regclass as host, t.tgname, t.tgenabled
    from pg_catalog.pg_trigger t
    where not t.tgisinternal and t.tgenabled in ('A', 'R')
      and (t.tgrelid = relation::regclass
           or t.tgrelid in (select relid from pg_catalog.pg_partition_tree(relation::regclass)));
  for trigger in select * from pg_temp.pgassay_triggers loop
    execute format('alter table %s disable trigger %I', trigger.host, trigger.tgname);
  end loop;
  execute 'delete from ' || relation || ' where ' || condition;
  for trigger in select * from pg_temp.pgassay_triggers loop
    execute format('alter table %s enable %s trigger %I', trigger.host,
      case trigger.tgenabled when 'A' then 'always' else 'replica' end, trigger.tgname);
  end loop;
  drop table pg_temp.pgassay_triggers;
end $body$;

create function pgassay_probe.refresh(relation text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
  execute 'refresh materialized view ' || relation;
end $body$;

-- What an attacker brings along to see rows that a condition should have hidden.
create function pgassay_probe.leak(content text) returns boolean
language plpgsql cost 0.0000001 as $body$
begin
  raise notice '%', content;
  return true;
end $body$;

grant execute on all functions in schema pgassay_probe to public;
set session_replication_role = origin;
