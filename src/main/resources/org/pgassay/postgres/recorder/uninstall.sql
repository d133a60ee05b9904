-- Drops the recorder, without the migrations' own event triggers seeing it: no command on event triggers fires any.
do $uninstall$
declare
  ours text;
  other pg_catalog.pg_event_trigger;
  others pg_catalog.pg_event_trigger[];
begin
  for ours in select e.evtname from pg_catalog.pg_event_trigger e where e.evtname ~ '^pgassay_recorder_' loop
    execute pg_catalog.format('drop event trigger %I', ours);
  end loop;
  others := array(select e from pg_catalog.pg_event_trigger e where e.evtenabled <> 'D');
  foreach other in array others loop
    execute pg_catalog.format('alter event trigger %I disable', other.evtname);
  end loop;
  set local client_min_messages = warning;
  drop schema if exists pgassay_recorder cascade;
  foreach other in array others loop
    execute pg_catalog.format('alter event trigger %I enable %s', other.evtname,
      case other.evtenabled when 'A' then 'always' when 'R' then 'replica' else '' end);
  end loop;
end $uninstall$;
