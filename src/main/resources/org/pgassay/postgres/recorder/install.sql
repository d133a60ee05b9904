-- Everything runs as the superuser who installs it, under a search path of its own, whatever the session is set to.
-- No sequence is used: nextval would change what lastval() tells the migrations. The triggers fire ALWAYS, since
-- a dump sets session_replication_role = replica.
create schema pgassay_recorder;

create table pgassay_recorder.log (
  seq bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  xact bigint not null default pg_catalog.pg_current_xact_id()::text::bigint,
  pid integer not null default pg_catalog.pg_backend_pid(),
  event text not null,
  tag text not null,
  type text,
  object oid,
  part integer,
  parent oid,
  schema text,
  identity text,
  query text,
  detail text
);
create index log_seq on pgassay_recorder.log (seq);
create index log_part on pgassay_recorder.log (parent, type, object, part) where event = 'part';

-- Tables and materialized views, and the transaction that made them: zero for what was there before.
create table pgassay_recorder.there (
  relation oid primary key,
  xact bigint not null,
  identity text not null
);

-- Relations that were there before the recorder.
create table pgassay_recorder.before (relation oid primary key);

create table pgassay_recorder.held (seq bigint not null, xact bigint not null, relation oid not null, mode text not null);
create index held_xact on pgassay_recorder.held (xact, relation, mode);

create table pgassay_recorder.scanned (seq bigint not null, relation oid not null, mode text);

create table pgassay_recorder.version_table (name text primary key);

-- Locks that this transaction holds on tables that were there before it, each once.
create function pgassay_recorder.locks(at_seq bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := pg_current_xact_id()::text::bigint;
begin
  if exists (select from pgassay_recorder.there t where t.xact <> me) then
    insert into pgassay_recorder.held (seq, xact, relation, mode)
    select distinct at_seq, me, l.relation, l.mode
    from pg_locks l
    join pgassay_recorder.there t on t.relation = l.relation and t.xact <> me
    where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and not exists (
        select from pgassay_recorder.held h where h.xact = me and h.relation = l.relation and h.mode = l.mode);
  end if;
end $$;

-- What the counters of whole-table scans show before the command; without tables there is nothing to count.
create function pgassay_recorder.command_start() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  counted text := '{}';
begin
  if current_setting('pgassay.busy', true) = 'on' then
    return;
  end if;
  if exists (
      select from pgassay_recorder.there t
      where t.xact is distinct from pg_current_xact_id_if_assigned()::text::bigint)
    and (tg_tag <> 'CREATE TABLE' or exists (select from pg_partitioned_table p where p.partdefid <> 0)) then
    select coalesce(json_object_agg(c.oid, c.scans)::text, '{}') into counted
    from (select t.relation as oid, pg_stat_get_xact_numscans(t.relation) as scans from pgassay_recorder.there t) c
    where c.scans > 0;
  end if;
  -- Until the end of the transaction: a command that spans several, such as CREATE INDEX CONCURRENTLY, loses it. A line
  -- for each command that is under way: an event trigger of the migrations' own may run commands.
  perform set_config('pgassay.scans', counted || chr(10) || coalesce(current_setting('pgassay.scans', true), ''), true);
end $$;

create function pgassay_recorder.scans(at_seq bigint, before json) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me bigint := pg_current_xact_id()::text::bigint;
begin
  insert into pgassay_recorder.scanned (seq, relation)
  select at_seq, t.relation
  from pgassay_recorder.there t
  where t.xact <> me
    and pg_stat_get_xact_numscans(t.relation) > coalesce((before ->> t.relation::text)::bigint, 0);
end $$;

-- Statements on rows fire no event triggers: each table gets a trigger for them.
create function pgassay_recorder.watch(target oid, history boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  name text := format('%I.%I', (select n.nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid
                                where c.oid = target), (select c.relname from pg_class c where c.oid = target));
  what text := case when history then 'version' else 'rows' end;
  role text := current_setting('session_replication_role');
  quiet boolean := exists (select from pg_event_trigger e where e.evtname !~ '^pgassay_recorder_');
  fires "char";
begin
  select t.tgenabled into fires from pg_trigger t where t.tgrelid = target and t.tgname = 'pgassay_recorder_' || what;
  if fires = 'A' then
    return;
  end if;
  perform set_config('pgassay.busy', 'on', true);
  if quiet then
    -- The event triggers that the migrations made are not to see this.
    perform set_config('session_replication_role', 'replica', true);
  end if;
  if fires is null and history then
    execute format('create trigger pgassay_recorder_version after insert or update or delete on %s for each row'
                   ' execute function pgassay_recorder.version_row()', name);
  elsif fires is null then
    execute format('create trigger pgassay_recorder_rows before insert or update or delete or truncate on %s'
                   ' for each statement execute function pgassay_recorder.rows()', name);
  end if;
  execute format('alter table %s enable always trigger pgassay_recorder_%s', name, what);
  if quiet then
    perform set_config('session_replication_role', role, true);
  end if;
  perform set_config('pgassay.busy', '', true);
exception when others then
  perform set_config('pgassay.busy', '', true);
  if quiet then
    perform set_config('session_replication_role', role, true);
  end if;
  insert into pgassay_recorder.log (seq, event, tag, object, identity, detail)
  select coalesce(max(l.seq), 0) + 1, 'fault', 'CREATE TRIGGER', target, name, sqlerrm from pgassay_recorder.log l;
end $$;

-- Columns, constraints and indexes of a table that are seen for the first time.
create function pgassay_recorder.parts(at_seq bigint, target oid, label text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into pgassay_recorder.log (seq, event, tag, type, object, part, parent, identity, detail)
  select at_seq, 'part', label, p.type, p.object, p.part, target, p.identity, p.detail
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  cross join lateral (
    select 'column' as type, a.attrelid as object, a.attnum::integer as part,
           format('%I.%I.%I', n.nspname, t.relname, a.attname) as identity, null as detail
    from pg_attribute a
    where a.attrelid = target and a.attnum > 0 and not a.attisdropped
    union all
    select 'constraint', c.oid, 0, format('%I.%I.%I', n.nspname, t.relname, c.conname), null
    from pg_constraint c
    -- NOT NULL is a constraint since PostgreSQL 18, and belongs to its column.
    where c.conrelid = target and c.contype <> 'n'
    union all
    -- That of a partitioned table holds nothing; its partitions' do.
    select 'index', i.indexrelid, 0, format('%I.%I', n.nspname, x.relname),
           case x.relkind when 'I' then 'partitioned' end
    from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = target
  ) p
  where t.oid = target and not exists (
    select from pgassay_recorder.log l
    where l.event = 'part' and l.parent = target and l.type = p.type and l.object = p.object and l.part = p.part)
$$;

create function pgassay_recorder.command_end() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  n bigint;
  first bigint;
  stack text := coalesce(current_setting('pgassay.scans', true), '');
  counts boolean := tg_tag in ('ALTER TABLE', 'CREATE INDEX', 'ALTER DOMAIN', 'CREATE TABLE');
  before text := case when counts then split_part(stack, chr(10), 1) else '' end;
  r record;
  related oid;
begin
  if current_setting('pgassay.busy', true) = 'on' then
    return;
  end if;
  if before <> '' then
    perform set_config('pgassay.scans', substr(stack, length(before) + 2), true);
  end if;
  select coalesce(max(l.seq), 0) into n from pgassay_recorder.log l;
  first := n + 1;
  for r in select c.classid, c.objid, c.objsubid, c.command_tag, c.object_type, c.schema_name, c.object_identity,
                  c.in_extension
           from pg_event_trigger_ddl_commands() c loop
    n := n + 1;
    insert into pgassay_recorder.log (seq, event, tag, type, object, part, schema, identity, query, detail)
    values (n, 'command', r.command_tag, r.object_type, r.objid, r.objsubid, r.schema_name, r.object_identity,
            left(current_query(), 4000),
            case when r.in_extension then 'extension'
                 when counts and before = '' then 'several transactions' end);
    if r.classid = 'pg_class'::regclass and not r.in_extension and r.schema_name is distinct from 'pg_temp' then
      if r.object_type in ('table', 'materialized view') and r.objsubid = 0 then
        insert into pgassay_recorder.there (relation, xact, identity)
        values (r.objid, pg_current_xact_id()::text::bigint, r.object_identity)
        on conflict (relation) do nothing;
      end if;
      if r.object_type = 'table' then
        perform pgassay_recorder.watch(r.objid, false);
        if exists (select from pgassay_recorder.version_table v join pg_class c on c.oid = r.objid
                   where v.name = c.relname) then
          perform pgassay_recorder.watch(r.objid, true);
        end if;
      end if;
      for related in
          select r.objid where r.object_type in ('table', 'materialized view')
          union select p.relid::oid from pg_partition_tree(r.objid) p where r.object_type = 'table'
          union select i.indrelid from pg_index i where i.indexrelid = r.objid and r.object_type = 'index'
          union select p.relid from pg_index i, pg_partition_tree(i.indrelid) p
          where i.indexrelid = r.objid and r.object_type = 'index' loop
        n := n + 1;
        perform pgassay_recorder.parts(n, related, r.command_tag);
      end loop;
    end if;
  end loop;
  if n < first then
    n := first;
    insert into pgassay_recorder.log (seq, event, tag, query)
    values (n, 'command', tg_tag, left(current_query(), 1000000));
  end if;
  perform pgassay_recorder.locks(first);
  if before <> '' then
    perform pgassay_recorder.scans(first, before::json);
  end if;
end $$;

create function pgassay_recorder.dropped() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into pgassay_recorder.log (seq, event, tag, type, object, part, schema, identity, query, detail)
  select (select coalesce(max(l.seq), 0) from pgassay_recorder.log l) + row_number() over (),
         'drop', tg_tag, d.object_type, d.objid, d.objsubid, d.schema_name, d.object_identity,
         left(current_query(), 4000), case when d.original then 'named' end
  from pg_event_trigger_dropped_objects() d
  where not d.is_temporary and d.schema_name is distinct from 'pg_toast'
    and d.object_identity !~ '^pgassay_recorder_(rows|version) on ';
end $$;

create function pgassay_recorder.rewritten() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into pgassay_recorder.log (seq, event, tag, type, object, identity, query)
  select coalesce(max(l.seq), 0) + 1, 'rewrite', tg_tag, 'table', pg_event_trigger_table_rewrite_oid(),
         pg_event_trigger_table_rewrite_oid()::regclass::text, left(current_query(), 4000)
  from pgassay_recorder.log l;
end $$;

-- A statement on rows; of a row of like ones only the first.
create function pgassay_recorder.rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last record;
begin
  select l.seq, l.event, l.tag, l.object, l.xact into last
  from pgassay_recorder.log l order by l.seq desc limit 1;
  if last.event = 'rows' and last.tag = tg_op and last.object = tg_relid
    and last.xact = pg_current_xact_id()::text::bigint then
    return null;
  end if;
  insert into pgassay_recorder.log (seq, event, tag, type, object, schema, identity, query)
  values (coalesce(last.seq, 0) + 1, 'rows', tg_op, 'table', tg_relid, tg_table_schema,
          format('%I.%I', tg_table_schema, tg_table_name), left(current_query(), 4000));
  return null;
end $$;

create function pgassay_recorder.version_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  n bigint;
begin
  select coalesce(max(l.seq), 0) + 1 into n from pgassay_recorder.log l;
  insert into pgassay_recorder.log (seq, event, tag, type, object, schema, identity, detail)
  values (n, 'version', tg_op, 'table', tg_relid, tg_table_schema, format('%I.%I', tg_table_schema, tg_table_name),
          case when tg_op = 'DELETE' then row_to_json(old)::text else row_to_json(new)::text end);
  perform pgassay_recorder.locks(n);
  return null;
end $$;

insert into pgassay_recorder.before (relation) select c.oid from pg_catalog.pg_class c where c.oid >= 16384;

insert into pgassay_recorder.there (relation, xact, identity)
select c.oid, 0, format('%I.%I', n.nspname, c.relname)
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and c.oid >= 16384 and n.nspname <> 'pgassay_recorder'
  and n.nspname !~ '^pg_'
  and not exists (select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                    and d.deptype = 'e');

insert into pgassay_recorder.log (seq, event, tag, type, object, identity)
select 0, 'before', '', case c.relkind when 'm' then 'materialized view' else 'table' end, t.relation, t.identity
from pgassay_recorder.there t join pg_catalog.pg_class c on c.oid = t.relation;

select pgassay_recorder.parts(0, t.relation, '') from pgassay_recorder.there t;

select pgassay_recorder.watch(t.relation, false)
from pgassay_recorder.there t join pg_catalog.pg_class c on c.oid = t.relation and c.relkind in ('r', 'p');

create event trigger pgassay_recorder_start on ddl_command_start
  when tag in ('ALTER TABLE', 'CREATE INDEX', 'ALTER DOMAIN', 'CREATE TABLE')
  execute function pgassay_recorder.command_start();
create event trigger pgassay_recorder_end on ddl_command_end execute function pgassay_recorder.command_end();
create event trigger pgassay_recorder_drop on sql_drop execute function pgassay_recorder.dropped();
create event trigger pgassay_recorder_rewrite on table_rewrite execute function pgassay_recorder.rewritten();
alter event trigger pgassay_recorder_start enable always;
alter event trigger pgassay_recorder_end enable always;
alter event trigger pgassay_recorder_drop enable always;
alter event trigger pgassay_recorder_rewrite enable always;
