-- Why the log cannot be whole; no row if nothing speaks against it.
select 'the migrations dropped or disabled the event trigger ' || w.name as reason
from (values ('pgassay_recorder_start'), ('pgassay_recorder_end'), ('pgassay_recorder_drop'),
             ('pgassay_recorder_rewrite')) w (name)
where not exists (select from pg_catalog.pg_event_trigger e where e.evtname = w.name and e.evtenabled = 'A')
union all
select 'a table could not be watched: ' || l.detail from pgassay_recorder.log l where l.event = 'fault'
union all
select 'the migrations made ' || c.oid::pg_catalog.regclass || ' unseen, with event triggers switched off'
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm', 'v', 'f') and c.oid >= 16384 and n.nspname !~ '^(pg_|pgassay_recorder$)'
  and not exists (select from pgassay_recorder.there t where t.relation = c.oid)
  and not exists (select from pgassay_recorder.log l where l.object = c.oid)
  and not exists (select from pgassay_recorder.before b where b.relation = c.oid)
union all
select 'the migrations took the trigger off ' || t.identity || ' that records statements on its rows'
from pgassay_recorder.there t join pg_catalog.pg_class c on c.oid = t.relation
where c.relkind in ('r', 'p')
  and not exists (select from pg_catalog.pg_trigger g
                  where g.tgrelid = t.relation and g.tgname = 'pgassay_recorder_rows' and g.tgenabled = 'A')
order by 1
