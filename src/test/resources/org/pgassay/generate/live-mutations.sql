-- Single changes to a schema, read from the catalogs of the database itself. Each query has a line that names the kind of
-- change, and gives for each change its SQL and the names of which a report must say one.
-- What stands in ${...} is in LiveMutations: ${in:x.y} is true of an object in a schema of the user, ${own:x} of one (by its
-- row) that no extension brought.

-- kind: table drop
select format('drop table %s cascade', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table rename
select format('alter table %s rename to pgassay_other', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p', 'f') and ${rel}
-- kind: table move
select format('create schema pgassay_new; alter table %s set schema pgassay_new', c.oid::regclass), array[c.relname::text, 'pgassay_new'] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table comment
select format('comment on table %s is ''pgassay''', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table owner
select format('alter table %s owner to pgassay_mutant', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p', 'f') and ${rel}
-- kind: table grant
select format('grant select on %s to pgassay_mutant', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p', 'f', 'v', 'm') and ${rel}
-- kind: table grant column
select format('grant select (%I) on %s to pgassay_mutant', a.attname, c.oid::regclass), array[c.relname::text] from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relkind in ('r', 'p', 'f', 'v', 'm') and ${rel}
-- kind: table grant revoke
select distinct format('revoke %s on %s from %s', x.privilege_type, c.oid::regclass, case x.grantee when 0 then 'public' else quote_ident(r.rolname) end), array[c.relname::text] from pg_class c, aclexplode(c.relacl) x left join pg_roles r on r.oid = x.grantee where c.relkind in ('r', 'p', 'f', 'v', 'm') and x.grantee <> c.relowner and x.privilege_type <> 'MAINTAIN' and ${rel}
-- kind: table grant option
select distinct format('revoke grant option for %s on %s from %I', x.privilege_type, c.oid::regclass, r.rolname), array[c.relname::text] from pg_class c, aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee where c.relkind in ('r', 'p') and x.is_grantable and x.grantee <> c.relowner and ${rel}
-- kind: table options
select format('alter table %s set (autovacuum_analyze_threshold = 4711)', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'r' and ${rel}
-- kind: table options reset
select format('alter table %s reset (%s)', c.oid::regclass, split_part(c.reloptions[1], '=', 1)), array[c.relname::text] from pg_class c where c.relkind = 'r' and c.reloptions is not null and ${rel}
-- kind: table unlogged
select format('alter table %s set %s', c.oid::regclass, case c.relpersistence when 'u' then 'logged' else 'unlogged' end), array[c.relname::text] from pg_class c where c.relkind = 'r' and ${rel}
-- kind: table row security
select format('alter table %s %s row level security', c.oid::regclass, case when c.relrowsecurity then 'disable' else 'enable' end), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table row security forced
select format('alter table %s %s row level security', c.oid::regclass, case when c.relforcerowsecurity then 'no force' else 'force' end), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table replica identity
select format('alter table %s replica identity %s', c.oid::regclass, case c.relreplident when 'f' then 'default' else 'full' end), array[c.relname::text] from pg_class c where c.relkind in ('r', 'p') and ${rel}
-- kind: table inherit nothing
select format('alter table %s no inherit %s', i.inhrelid::regclass, i.inhparent::regclass), array[c.relname::text] from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r' and not c.relispartition and ${rel}
-- kind: table not of type
select format('alter table %s not of', c.oid::regclass), array[c.relname::text] from pg_class c where c.reloftype <> 0 and ${rel}
-- kind: table add
select format('create table %I.pgassay_new (id int)', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: partition detached
select format('alter table %s detach partition %s', i.inhparent::regclass, i.inhrelid::regclass), array[c.relname::text, p.relname::text] from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent where c.relispartition and c.relkind in ('r', 'p') and ${rel}
-- kind: partition bound
select format('alter table %1$s detach partition %2$s; alter table %1$s attach partition %2$s for values from (''1900-01-01'') to (''1901-01-01'')', i.inhparent::regclass, i.inhrelid::regclass), array[c.relname::text, p.relname::text] from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent where c.relispartition and c.relkind in ('r', 'p') and ${rel}
-- kind: foreign table options
select format('alter foreign table %s options (add pgassay ''1'')', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'f' and ${rel}
-- kind: foreign table drop
select format('drop foreign table %s', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'f' and ${rel}
-- kind: column options
select format('alter foreign table %s alter column %I options (add pgassay ''1'')', c.oid::regclass, a.attname), array[a.attname::text, c.relname::text] from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relkind = 'f' and ${rel}

-- kind: column drop
select format('alter table %s drop column %I cascade', c.oid::regclass, a.attname), array[a.attname::text] from ${col}
-- kind: column rename
select format('alter table %s rename column %I to pgassay_other', c.oid::regclass, a.attname), array[a.attname::text] from ${col}
-- kind: column add
select format('alter table %s add column pgassay_new int', c.oid::regclass), array['pgassay_new'] from pg_class c where c.relkind in ('r', 'p', 'f') and not c.relispartition and ${rel}
-- kind: column type
select format('alter table %s alter column %I type %s using null', c.oid::regclass, a.attname, case a.atttypid when 'text'::regtype then 'varchar(7)' else 'text' end), array[a.attname::text] from ${col} and a.attidentity = '' and a.attgenerated = '' and not a.atthasdef
-- kind: column type modifier
select format('alter table %s alter column %I type varchar(33)', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and a.atttypid = 'varchar'::regtype
-- kind: column not null
select format('alter table %s alter column %I %s not null', c.oid::regclass, a.attname, case when a.attnotnull then 'drop' else 'set' end), array[a.attname::text] from ${col}
-- kind: column default drop
select format('alter table %s alter column %I drop default', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and a.atthasdef and a.attgenerated = ''
-- kind: column default set
select format('alter table %s alter column %I set default null::%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod)), array[a.attname::text] from ${col} and a.atthasdef and a.attgenerated = '' and coalesce((select pg_get_expr(d.adbin, d.adrelid) not like 'NULL%' from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum), true)
-- kind: column default added
select format('alter table %s alter column %I set default 4711', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and not a.atthasdef and a.attidentity = '' and a.atttypid in ('integer'::regtype, 'bigint'::regtype, 'text'::regtype, 'varchar'::regtype)
-- kind: column generated
select format('alter table %s alter column %I drop expression', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and a.attgenerated <> ''
-- kind: column identity
select format('alter table %s alter column %I set generated %s', c.oid::regclass, a.attname, case a.attidentity when 'a' then 'by default' else 'always' end), array[a.attname::text] from ${col} and a.attidentity <> ''
-- kind: column identity options
select format('alter table %s alter column %I set increment by 4711', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and a.attidentity <> ''
-- kind: column identity dropped
select format('alter table %s alter column %I drop identity', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and a.attidentity <> ''
-- kind: column storage
select format('alter table %s alter column %I set storage %s', c.oid::regclass, a.attname, case a.attstorage when 'e' then 'main' else 'external' end), array[a.attname::text] from ${col} and a.attlen = -1
-- kind: column statistics
select format('alter table %s alter column %I set statistics 4711', c.oid::regclass, a.attname), array[a.attname::text] from ${col}
-- kind: column attribute options
select format('alter table %s alter column %I set (n_distinct = 4711)', c.oid::regclass, a.attname), array[a.attname::text] from ${col}
-- kind: column compression
select format('alter table %s alter column %I set compression %s', c.oid::regclass, a.attname, case a.attcompression when 'p' then 'default' else 'pglz' end), array[a.attname::text] from ${col} and a.attlen = -1 and a.attgenerated <> 'v'
-- kind: column collation
select format('alter table %s alter column %I type text collate %s', c.oid::regclass, a.attname, case a.attcollation when 950 then '"POSIX"' else '"C"' end), array[a.attname::text] from ${col} and a.atttypid = 'text'::regtype and a.attgenerated = ''
-- kind: column comment
select format('comment on column %s.%I is %L', c.oid::regclass, a.attname, coalesce(col_description(c.oid, a.attnum), '') || ' '), array[a.attname::text] from ${col}
-- kind: column comment removed
select format('comment on column %s.%I is null', c.oid::regclass, a.attname), array[a.attname::text] from ${col} and col_description(c.oid, a.attnum) is not null

-- kind: constraint drop
select format('alter table %s drop constraint %I cascade', c.oid::regclass, k.conname), array[k.conname::text] || ${conkeys} from ${con}
-- kind: constraint rename
select format('alter table %s rename constraint %I to pgassay_other', c.oid::regclass, k.conname), array[k.conname::text, 'pgassay_other'] || ${conkeys} from ${con}
-- kind: constraint comment
select format('comment on constraint %I on %s is ''pgassay''', k.conname, c.oid::regclass), array[k.conname::text] || ${conkeys} from ${con}
-- kind: constraint check opposite
select format('alter table %1$s drop constraint %2$I; alter table %1$s add constraint %2$I check (not %3$s)%4$s', c.oid::regclass, k.conname, pg_get_expr(k.conbin, k.conrelid), case when k.convalidated then '' else ' not valid' end), array[k.conname::text] || ${conkeys} from ${con} and k.contype = 'c' and not k.connoinherit
-- kind: constraint validity
select format('alter table %1$s drop constraint %2$I; alter table %1$s add constraint %2$I %3$s', c.oid::regclass, k.conname, case when k.convalidated then pg_get_constraintdef(k.oid) || ' not valid' else replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') end), array[k.conname::text] || ${conkeys} from ${con} and k.contype in ('c', 'f') and pg_get_constraintdef(k.oid) not like '%NOT ENFORCED%'
-- kind: constraint deferrable
select format('alter table %s alter constraint %I %s', c.oid::regclass, k.conname, case when k.condeferrable then 'not deferrable' else 'deferrable' end), array[k.conname::text] || ${conkeys} from ${con} and k.contype = 'f'
-- kind: constraint foreign key action
select format('alter table %1$s drop constraint %2$I; alter table %1$s add constraint %2$I foreign key (%3$s) references %4$s on delete %5$s not valid', c.oid::regclass, k.conname, array_to_string(${quotedkeys}, ', '), k.confrelid::regclass, case k.confdeltype when 'c' then 'restrict' else 'cascade' end), array[k.conname::text] || ${conkeys} from ${con} and k.contype = 'f'
-- kind: constraint add
select format('alter table %s add constraint pgassay_new check (1 > 0)', c.oid::regclass), array['pgassay_new'] from pg_class c where c.relkind in ('r', 'p', 'f') and not c.relispartition and ${rel}
-- kind: constraint unique reversed
select format('alter table %1$s drop constraint %2$I cascade; alter table %1$s add constraint %2$I unique (%3$s)', c.oid::regclass, k.conname, (select string_agg(q, ', ' order by o desc) from unnest(${quotedkeys}) with ordinality u(q, o))), array[k.conname::text] || ${conkeys} from ${con} and k.contype = 'u' and cardinality(k.conkey) > 1

-- kind: index drop
select format('drop index %s cascade', i.indexrelid::regclass), array[c.relname::text] from ${idx}
-- kind: index rename
select format('alter index %s rename to pgassay_other', i.indexrelid::regclass), array[c.relname::text] from ${idx}
-- kind: index comment
select format('comment on index %s is ''pgassay''', i.indexrelid::regclass), array[c.relname::text] from ${idx}
-- kind: index options
select format('alter index %s set (%s)', i.indexrelid::regclass, case am.amname when 'brin' then 'pages_per_range = 77' when 'gin' then 'gin_pending_list_limit = 77' else 'fillfactor = 77' end), array[c.relname::text] from ${idx} and c.relkind = 'i'
-- kind: index unique
select format('drop index %s; %s', i.indexrelid::regclass, case when i.indisunique then replace(pg_get_indexdef(i.indexrelid), 'CREATE UNIQUE', 'CREATE') else replace(pg_get_indexdef(i.indexrelid), 'CREATE INDEX', 'CREATE UNIQUE INDEX') end), array[c.relname::text] from ${idx} and am.amname = 'btree' and c.relkind = 'i' and pg_get_indexdef(i.indexrelid) not like '%NULLS NOT%'
-- kind: index reversed
select format('drop index %1$s; create index %2$I on %3$s (%4$s desc)', i.indexrelid::regclass, c.relname, i.indrelid::regclass, pg_get_indexdef(i.indexrelid, 1, false)), array[c.relname::text] from ${idx} and am.amname = 'btree' and not i.indisunique and (i.indoption[0] & 1 = 0 or i.indnatts > 1 or i.indpred is not null)
-- kind: index partial
select format('drop index %s; %s', i.indexrelid::regclass, regexp_replace(pg_get_indexdef(i.indexrelid), ' WHERE .*$', ' where false')), array[c.relname::text] from ${idx} and i.indpred is not null
-- kind: index column statistics
select format('alter index %s alter column 1 set statistics 4711', i.indexrelid::regclass), array[c.relname::text] from ${idx} and i.indkey[0] = 0
-- kind: index add
select format('create index pgassay_new on %s (%I)', c.oid::regclass, a.attname), array['pgassay_new'] from ${col} and a.attnum = 1 and not c.relispartition and a.atttypid in ('integer'::regtype, 'bigint'::regtype, 'text'::regtype, 'uuid'::regtype)
-- kind: table cluster
select format('alter table %s cluster on %I', i.indrelid::regclass, c.relname), array[c.relname::text, t.relname::text] from ${idx} and am.amname = 'btree' and t.relkind = 'r' and not i.indisclustered and i.indpred is null

-- kind: trigger drop
select format('drop trigger %I on %s', t.tgname, c.oid::regclass), array[t.tgname::text] from ${trg}
-- kind: trigger rename
select format('alter trigger %I on %s rename to pgassay_other', t.tgname, c.oid::regclass), array[t.tgname::text] from ${trg}
-- kind: trigger enabled
select format('alter table %s %s trigger %I', c.oid::regclass, case t.tgenabled when 'D' then 'enable' else 'disable' end, t.tgname), array[t.tgname::text] from ${trg} and c.relkind <> 'v'
-- kind: trigger always
select format('alter table %s enable always trigger %I', c.oid::regclass, t.tgname), array[t.tgname::text] from ${trg} and t.tgenabled <> 'A' and c.relkind <> 'v'
-- kind: trigger comment
select format('comment on trigger %I on %s is ''pgassay''', t.tgname, c.oid::regclass), array[t.tgname::text] from ${trg}
-- kind: trigger when
select format('drop trigger %I on %s; %s', t.tgname, c.oid::regclass, replace(pg_get_triggerdef(t.oid), ' EXECUTE ', ' WHEN (pg_trigger_depth() < 4711) EXECUTE ')), array[t.tgname::text] from ${trg} and t.tgqual is null and c.relkind <> 'v' and t.tgenabled = 'O' and obj_description(t.oid, 'pg_trigger') is null
-- kind: trigger add
select format('create trigger pgassay_new before insert on %s for each statement execute function %s()', t.tgrelid::regclass, t.tgfoid::regproc), array['pgassay_new'] from ${trg} and c.relkind = 'r'

-- kind: rule drop
select format('drop rule %I on %s', r.rulename, c.oid::regclass), array[r.rulename::text] from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${rel}
-- kind: rule rename
select format('alter rule %I on %s rename to pgassay_other', r.rulename, c.oid::regclass), array[r.rulename::text] from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${rel}
-- kind: rule enabled
select format('alter table %s %s rule %I', c.oid::regclass, case r.ev_enabled when 'D' then 'enable' else 'disable' end, r.rulename), array[r.rulename::text] from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and c.relkind = 'r' and ${rel}
-- kind: rule add
select format('create rule pgassay_new as on delete to %s do instead nothing', c.oid::regclass), array['pgassay_new'] from pg_class c where c.relkind = 'r' and ${rel}

-- kind: policy drop
select format('drop policy %I on %s', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where ${rel}
-- kind: policy rename
select format('alter policy %I on %s rename to pgassay_other', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where ${rel}
-- kind: policy using
select format('alter policy %I on %s using (true)', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where p.polqual is not null and ${rel}
-- kind: policy check
select format('alter policy %I on %s with check (true)', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where p.polcmd in ('*', 'w', 'a') and ${rel}
-- kind: policy roles
select format('alter policy %I on %s to pgassay_mutant', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where ${rel}
-- kind: policy comment
select format('comment on policy %I on %s is ''pgassay''', p.polname, c.oid::regclass), array[p.polname::text] from pg_policy p join pg_class c on c.oid = p.polrelid where ${rel}
-- kind: policy add
select format('create policy pgassay_new on %s using (true)', c.oid::regclass), array['pgassay_new'] from pg_class c where c.relkind in ('r', 'p') and ${rel}

-- kind: view drop
select format('drop view %s cascade', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view rename
select format('alter view %s rename to pgassay_other', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view query
select format('create or replace view %s as select * from (%s) pgassay where false', c.oid::regclass, rtrim(pg_get_viewdef(c.oid), ';')), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view options
select format('alter view %s %s', c.oid::regclass, case when 'security_barrier=true' = any (c.reloptions) then 'reset (security_barrier)' else 'set (security_barrier = true)' end), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view column rename
select format('alter view %s rename column %I to pgassay_other', c.oid::regclass, a.attname), array[c.relname::text] from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 where c.relkind = 'v' and ${rel}
-- kind: view column default
select format('alter view %s alter column %I set default ''4711''', c.oid::regclass, a.attname), array[c.relname::text] from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 where c.relkind = 'v' and ${rel}
-- kind: view column comment
select format('comment on column %s.%I is ''pgassay''', c.oid::regclass, a.attname), array[c.relname::text] from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 where c.relkind = 'v' and ${rel}
-- kind: view comment
select format('comment on view %s is ''pgassay''', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view owner
select format('alter view %s owner to pgassay_mutant', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'v' and ${rel}
-- kind: view add
select format('create view %I.pgassay_new as select 1 as one', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: materialized view drop
select format('drop materialized view %s cascade', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'm' and ${rel}
-- kind: materialized view query
select format('drop materialized view %1$s; create materialized view %1$s as select * from (%2$s) pgassay where false', c.oid::regclass, rtrim(pg_get_viewdef(c.oid), ';')), array[c.relname::text] from pg_class c where c.relkind = 'm' and ${rel}
-- kind: materialized view comment
select format('comment on materialized view %s is ''pgassay''', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'm' and ${rel}
-- kind: materialized view owner
select format('alter materialized view %s owner to pgassay_mutant', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'm' and ${rel}
-- kind: materialized view options
select format('alter materialized view %s set (fillfactor = 33)', c.oid::regclass), array[c.relname::text] from pg_class c where c.relkind = 'm' and ${rel}
-- kind: materialized view index drop
select format('drop index %s', i.indexrelid::regclass), array[c.relname::text] from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid where t.relkind = 'm' and ${rel}
-- kind: materialized view index reversed
select format('drop index %1$s; create index %2$I on %3$s (%4$s)', i.indexrelid::regclass, c.relname, t.oid::regclass, pg_get_indexdef(i.indexrelid, 1, false)), array[c.relname::text] from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid where t.relkind = 'm' and i.indnatts > 1 and ${rel}
-- kind: materialized view add
select format('create materialized view %I.pgassay_new as select 1 as one', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}

-- kind: sequence drop
select format('drop sequence %s cascade', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence rename
select format('alter sequence %s rename to pgassay_other', c.oid::regclass), array[c.relname::text, 'pgassay_other'] || ${seqnames} from ${seq}
-- kind: sequence increment
select format('alter sequence %s increment by 4711', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and s.seqmax > 4711
-- kind: sequence cache
select format('alter sequence %s cache 4711', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence cycle
select format('alter sequence %s %s', c.oid::regclass, case when s.seqcycle then 'no cycle' else 'cycle' end), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence start
select format('alter sequence %s start with 2', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and s.seqstart <> 2
-- kind: sequence minimum
select format('alter sequence %s minvalue -2', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and s.seqmin > 0
-- kind: sequence maximum
select format('alter sequence %s maxvalue 32000', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and s.seqmax > 32000
-- kind: sequence type
select format('alter sequence %s as %s', c.oid::regclass, case s.seqtypid when 'bigint'::regtype then 'integer' else 'bigint' end), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence owned by nothing
select format('alter sequence %s owned by none', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'a')
-- kind: sequence owner
select format('alter sequence %s owner to pgassay_mutant', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence grant
select format('grant usage on sequence %s to pgassay_mutant', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence comment
select format('comment on sequence %s is ''pgassay''', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq}
-- kind: sequence unlogged
select format('alter sequence %s set unlogged', c.oid::regclass), array[c.relname::text] || ${seqnames} from ${seq} and c.relpersistence = 'p' and current_setting('server_version_num')::int >= 150000 and not exists (select from pg_depend d join pg_class t on t.oid = d.refobjid where d.objid = c.oid and d.deptype in ('a', 'i') and t.relpersistence = 'u')
-- kind: sequence add
select format('create sequence %I.pgassay_new', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}

-- kind: routine drop
select format('drop %s cascade', ${routine}), array[p.proname::text] from ${fn}
-- kind: routine rename
select format('alter %s rename to pgassay_other', ${routine}), array[p.proname::text] from ${fn}
-- kind: routine volatility
select format('alter %s %s', ${routine}, case p.provolatile when 'v' then 'stable' else 'volatile' end), array[p.proname::text] from ${fn} and p.prokind = 'f'
-- kind: routine security
select format('alter %s security %s', ${routine}, case when p.prosecdef then 'invoker' else 'definer' end), array[p.proname::text] from ${fn} and p.prokind in ('f', 'p')
-- kind: routine strict
select format('alter %s %s', ${routine}, case when p.proisstrict then 'called on null input' else 'strict' end), array[p.proname::text] from ${fn} and p.prokind = 'f'
-- kind: routine leakproof
select format('alter %s %s', ${routine}, case when p.proleakproof then 'not leakproof' else 'leakproof' end), array[p.proname::text] from ${fn} and p.prokind = 'f'
-- kind: routine parallel
select format('alter %s parallel %s', ${routine}, case p.proparallel when 's' then 'unsafe' else 'safe' end), array[p.proname::text] from ${fn} and p.prokind = 'f'
-- kind: routine cost
select format('alter %s cost 4711', ${routine}), array[p.proname::text] from ${fn} and p.prokind = 'f'
-- kind: routine rows
select format('alter %s rows 4711', ${routine}), array[p.proname::text] from ${fn} and p.proretset
-- kind: routine search path
select format('alter %s set search_path = pgassay_nowhere', ${routine}), array[p.proname::text] from ${fn} and p.prokind in ('f', 'p')
-- kind: routine settings reset
select format('alter %s reset all', ${routine}), array[p.proname::text] from ${fn} and p.prokind in ('f', 'p') and p.proconfig is not null
-- kind: routine body
select replace(pg_get_functiondef(p.oid), p.prosrc, p.prosrc || ' -- changed' || E'\n'), array[p.proname::text] from ${fn} and p.prokind in ('f', 'p') and p.prosrc <> '' and p.prolang <> 12
-- kind: routine body of statements
select regexp_replace(pg_get_functiondef(p.oid), 'count\(\*\)', 'count(*) + 1'), array[p.proname::text] from ${fn} and p.prokind = 'f' and p.prosrc = '' and pg_get_functiondef(p.oid) like '%count(*)%'
-- kind: routine default
select regexp_replace(pg_get_functiondef(p.oid), 'DEFAULT \(2 \+ 3\)', 'DEFAULT 4711'), array[p.proname::text] from ${fn} and p.prokind = 'f' and pg_get_functiondef(p.oid) like '%DEFAULT (2 + 3)%'
-- kind: routine owner
select format('alter %s owner to pgassay_mutant', ${routine}), array[p.proname::text] from ${fn}
-- kind: routine revoke
select format('revoke execute on %s from public', ${grantable}), array[p.proname::text] from ${fn} and p.proacl is null
-- kind: routine grant
select format('grant execute on %s to pgassay_mutant', ${grantable}), array[p.proname::text] from ${fn}
-- kind: routine comment
select format('comment on %s is ''pgassay''', ${routine}), array[p.proname::text] from ${fn}
-- kind: routine overload
select format('create function %I.%I(pgassay point, pgassay_too box) returns int language sql as ''select 1''', n.nspname, p.proname), array[p.proname::text] from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and ${in:p.pronamespace} and ${own:p}
-- kind: routine add
select format('create function %I.pgassay_new() returns int language sql as ''select 1''', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}

-- kind: type drop
select format('drop type %s cascade', t.oid::regtype), array[t.typname::text] from ${typ}
-- kind: type rename
select format('alter type %s rename to pgassay_other', t.oid::regtype), array[t.typname::text] from ${typ}
-- kind: type owner
select format('alter type %s owner to pgassay_mutant', t.oid::regtype), array[t.typname::text] from ${typ}
-- kind: type comment
select format('comment on type %s is ''pgassay''', t.oid::regtype), array[t.typname::text] from ${typ}
-- kind: type grant
select format('grant usage on type %s to pgassay_mutant', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype <> 'p'
-- kind: enum value added
select format('alter type %s add value ''pgassay''', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype = 'e'
-- kind: enum value renamed
select format('alter type %s rename value ''sad'' to ''pgassay''', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype = 'e' and exists (select from pg_enum e where e.enumtypid = t.oid)
-- kind: enum value added first
select format('alter type %s add value ''pgassay'' before ''sad''', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype = 'e' and exists (select from pg_enum e where e.enumtypid = t.oid)
-- kind: domain constraint add
select format('alter domain %s add constraint pgassay_new check (value is not null) not valid', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype = 'd'
-- kind: domain constraint drop
select format('alter domain %s drop constraint %I', t.oid::regtype, k.conname), array[t.typname::text] from pg_type t join pg_constraint k on k.contypid = t.oid where k.contype = 'c' and ${in:t.typnamespace} and ${own:t}
-- kind: domain constraint rename
select format('alter domain %s rename constraint %I to pgassay_other', t.oid::regtype, k.conname), array[t.typname::text] from pg_type t join pg_constraint k on k.contypid = t.oid where k.contype = 'c' and ${in:t.typnamespace} and ${own:t}
-- kind: domain constraint validated
select format('alter domain %s validate constraint %I', t.oid::regtype, k.conname), array[t.typname::text] from pg_type t join pg_constraint k on k.contypid = t.oid where k.contype = 'c' and not k.convalidated and ${in:t.typnamespace} and ${own:t}
-- kind: domain constraint comment
select format('comment on constraint %I on domain %s is ''pgassay''', k.conname, t.oid::regtype), array[t.typname::text] from pg_type t join pg_constraint k on k.contypid = t.oid where k.contype = 'c' and ${in:t.typnamespace} and ${own:t}
-- kind: composite attribute comment
select format('comment on column %s.%I is ''pgassay''', t.oid::regtype, a.attname), array[t.typname::text] from pg_type t join pg_attribute a on a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped where t.typtype = 'c' and exists (select from pg_class r where r.oid = t.typrelid and r.relkind = 'c') and ${in:t.typnamespace} and ${own:t}
-- kind: domain default
select format('alter domain %s %s', t.oid::regtype, case when t.typdefault is null then 'set default ''4711''' else 'drop default' end), array[t.typname::text] from ${typ} and t.typtype = 'd'
-- kind: domain not null
select format('alter domain %s %s not null', t.oid::regtype, case when t.typnotnull then 'drop' else 'set' end), array[t.typname::text] from ${typ} and t.typtype = 'd'
-- kind: composite attribute add
select format('alter type %s add attribute pgassay int cascade', t.oid::regtype), array[t.typname::text] from ${typ} and t.typtype = 'c'
-- kind: composite attribute drop
select format('alter type %s drop attribute %I cascade', t.oid::regtype, a.attname), array[t.typname::text] from pg_type t join pg_attribute a on a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped where t.typtype = 'c' and exists (select from pg_class r where r.oid = t.typrelid and r.relkind = 'c') and ${in:t.typnamespace} and ${own:t}
-- kind: composite attribute rename
select format('alter type %s rename attribute %I to pgassay cascade', t.oid::regtype, a.attname), array[t.typname::text] from pg_type t join pg_attribute a on a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped where t.typtype = 'c' and exists (select from pg_class r where r.oid = t.typrelid and r.relkind = 'c') and ${in:t.typnamespace} and ${own:t}
-- kind: enum add
select format('create type %I.pgassay_new as enum (''a'')', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: domain add
select format('create domain %I.pgassay_new as int', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: composite add
select format('create type %I.pgassay_new as (a int)', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: range add
select format('create type %I.pgassay_new as range (subtype = int)', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}

-- kind: schema drop
select format('drop schema %I cascade', n.nspname), array[n.nspname::text] from pg_namespace n where ${ns}
-- kind: schema rename
select format('alter schema %I rename to pgassay_other', n.nspname), array[n.nspname::text] from pg_namespace n where n.nspname <> 'public' and ${ns}
-- kind: schema owner
select format('alter schema %I owner to pgassay_mutant', n.nspname), array[n.nspname::text] from pg_namespace n where ${ns}
-- kind: schema grant
select format('grant usage on schema %I to pgassay_mutant', n.nspname), array[n.nspname::text] from pg_namespace n where ${ns}
-- kind: schema comment
select format('comment on schema %I is ''pgassay''', n.nspname), array[n.nspname::text] from pg_namespace n where ${ns}
-- kind: schema add
select 'create schema pgassay_new', array['pgassay_new']
-- kind: extension drop
select format('drop extension %I cascade', e.extname), array[e.extname::text] from pg_extension e where e.extname <> 'plpgsql'
-- kind: extension add
select 'create extension ltree', array['ltree']
-- kind: extension move
select format('create schema pgassay_new; alter extension %I set schema pgassay_new', e.extname), array[e.extname::text, 'pgassay_new'] from pg_extension e where e.extname <> 'plpgsql'

-- kind: collation drop
select format('drop collation %I.%I cascade', n.nspname, c.collname), array[c.collname::text] from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${in:c.collnamespace}
-- kind: collation rename
select format('alter collation %I.%I rename to pgassay_other', n.nspname, c.collname), array[c.collname::text] from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${in:c.collnamespace}
-- kind: collation comment
select format('comment on collation %I.%I is ''pgassay''', n.nspname, c.collname), array[c.collname::text] from pg_collation c join pg_namespace n on n.oid = c.collnamespace where ${in:c.collnamespace}
-- kind: collation add
select format('create collation %I.pgassay_new (provider = libc, locale = ''POSIX'')', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: statistics drop
select format('drop statistics %I.%I', n.nspname, s.stxname), array[s.stxname::text] from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where ${in:s.stxnamespace}
-- kind: statistics target
select format('alter statistics %I.%I set statistics 4711', n.nspname, s.stxname), array[s.stxname::text] from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where ${in:s.stxnamespace}
-- kind: statistics rename
select format('alter statistics %I.%I rename to pgassay_other', n.nspname, s.stxname), array[s.stxname::text] from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where ${in:s.stxnamespace}
-- kind: statistics comment
select format('comment on statistics %I.%I is ''pgassay''', n.nspname, s.stxname), array[s.stxname::text] from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where ${in:s.stxnamespace}
-- kind: event trigger drop
select format('drop event trigger %I', e.evtname), array[e.evtname::text] from pg_event_trigger e
-- kind: event trigger rename
select format('alter event trigger %I rename to pgassay_other', e.evtname), array[e.evtname::text] from pg_event_trigger e
-- kind: event trigger enabled
select format('alter event trigger %I %s', e.evtname, case e.evtenabled when 'D' then 'enable' else 'disable' end), array[e.evtname::text] from pg_event_trigger e
-- kind: event trigger comment
select format('comment on event trigger %I is ''pgassay''', e.evtname), array[e.evtname::text] from pg_event_trigger e
-- kind: event trigger add
select format('create event trigger pgassay_new on table_rewrite execute function %s()', e.evtfoid::regproc), array['pgassay_new'] from pg_event_trigger e
-- kind: publication drop
select format('drop publication %I', p.pubname), array[p.pubname::text] from pg_publication p
-- kind: publication rename
select format('alter publication %I rename to pgassay_other', p.pubname), array[p.pubname::text] from pg_publication p
-- kind: publication options
select format('alter publication %I set (publish = ''truncate'')', p.pubname), array[p.pubname::text] from pg_publication p
-- kind: publication root
select format('alter publication %I set (publish_via_partition_root = %s)', p.pubname, case when p.pubviaroot then 'false' else 'true' end), array[p.pubname::text] from pg_publication p
-- kind: publication owner
select format('alter publication %I owner to pgassay_mutant', p.pubname), array[p.pubname::text] from pg_publication p where not p.puballtables
-- kind: publication table added
select format('alter publication %I add table %s', p.pubname, min(c.oid::regclass::text)), array[p.pubname::text] from pg_publication p, pg_class c where not p.puballtables and c.relkind = 'r' and c.relpersistence = 'p' and not exists (select from pg_publication_rel r where r.prpubid = p.oid and r.prrelid = c.oid) and ${rel} group by p.pubname
-- kind: publication table dropped
select format('alter publication %I drop table %s', p.pubname, r.prrelid::regclass), array[p.pubname::text] from pg_publication p join pg_publication_rel r on r.prpubid = p.oid
-- kind: publication comment
select format('comment on publication %I is ''pgassay''', p.pubname), array[p.pubname::text] from pg_publication p
-- kind: publication add
select 'create publication pgassay_new', array['pgassay_new']
-- kind: foreign server drop
select format('drop server %I cascade', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server options
select format('alter server %I options (set host ''pgassay'')', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server version
select format('alter server %I version ''4711''', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server owner
select format('alter server %I owner to pgassay_mutant', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server grant
select format('grant usage on foreign server %I to pgassay_mutant', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server comment
select format('comment on server %I is ''pgassay''', s.srvname), array[s.srvname::text] from pg_foreign_server s
-- kind: foreign server add
select format('create server pgassay_new foreign data wrapper %I', w.fdwname), array['pgassay_new'] from pg_foreign_data_wrapper w
-- kind: foreign data wrapper options
select format('alter foreign data wrapper %I options (set debug ''false'')', w.fdwname), array[w.fdwname::text] from pg_foreign_data_wrapper w
-- kind: foreign data wrapper rename
select format('alter foreign data wrapper %I rename to pgassay_other', w.fdwname), array[w.fdwname::text] from pg_foreign_data_wrapper w
-- kind: foreign data wrapper add
select 'create foreign data wrapper pgassay_new', array['pgassay_new']
-- kind: user mapping add
select format('create user mapping for pgassay_mutant server %I', s.srvname), array[s.srvname::text, 'pgassay_mutant'] from pg_foreign_server s
-- kind: user mapping drop
select format('drop user mapping for %s server %I', case u.umuser when 0 then 'public' else quote_ident(u.usename) end, u.srvname), array[u.srvname::text] from pg_user_mappings u
-- kind: user mapping options
select format('alter user mapping for %s server %I options (add "pgassay" ''1'')', case u.umuser when 0 then 'public' else quote_ident(u.usename) end, u.srvname), array[u.srvname::text] from pg_user_mappings u
-- kind: default privileges add
select 'alter default privileges grant select on tables to pgassay_mutant', array['pgassay_mutant', 'tables', 'TABLES']
-- kind: default privileges drop
select format('alter default privileges for role %I%s revoke all on %s from %I', o.rolname, coalesce(' in schema ' || quote_ident(n.nspname), ''), case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end, g.rolname), array[g.rolname::text, case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end] from pg_default_acl d join pg_roles o on o.oid = d.defaclrole left join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) x join pg_roles g on g.oid = x.grantee where g.oid <> o.oid

-- kind: operator drop
select format('drop operator %s cascade', o.oid::regoperator), array[o.oprname::text] from pg_operator o where ${in:o.oprnamespace} and ${own:o} and o.oprcode <> 0
-- kind: operator comment
select format('comment on operator %s is ''pgassay''', o.oid::regoperator), array[o.oprname::text] from pg_operator o where ${in:o.oprnamespace} and ${own:o} and o.oprcode <> 0
-- kind: operator estimator
select format('alter operator %s set (restrict = neqsel)', o.oid::regoperator), array[o.oprname::text] from pg_operator o where o.oprrest <> 0 and ${in:o.oprnamespace} and ${own:o}
-- kind: operator add
select format('create operator %I.#@#@# (function = texteq, leftarg = text, rightarg = text)', n.nspname), array['#@#@#'] from pg_namespace n where ${ns}
-- kind: cast drop
select format('drop cast (%s as %s)', c.castsource::regtype, c.casttarget::regtype), array[t.typname::text, 'CAST', 'cast'] from pg_cast c join pg_type t on t.oid = c.castsource where c.oid >= 16384 and ${own:c}
-- kind: cast context
select format('drop cast (%1$s as %2$s); create cast (%1$s as %2$s) with inout as implicit', c.castsource::regtype, c.casttarget::regtype), array[t.typname::text, 'CAST', 'cast'] from pg_cast c join pg_type t on t.oid = c.castsource where c.oid >= 16384 and ${own:c}
-- kind: text search configuration drop
select format('drop text search configuration %I.%I cascade', n.nspname, c.cfgname), array[c.cfgname::text] from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace where ${in:c.cfgnamespace}
-- kind: text search configuration mapping
select format('alter text search configuration %I.%I drop mapping for asciiword', n.nspname, c.cfgname), array[c.cfgname::text] from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace where ${in:c.cfgnamespace}
-- kind: text search dictionary options
select format('alter text search dictionary %I.%I (accept = true)', n.nspname, d.dictname), array[d.dictname::text] from pg_ts_dict d join pg_namespace n on n.oid = d.dictnamespace where ${in:d.dictnamespace}
-- kind: text search dictionary add
select format('create text search dictionary %I.pgassay_new (template = pg_catalog.simple)', n.nspname), array['pgassay_new'] from pg_namespace n where ${ns}
-- kind: text search parser drop
select format('drop text search parser %I.%I', n.nspname, p.prsname), array[p.prsname::text] from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace where ${in:p.prsnamespace}
-- kind: text search template drop
select format('drop text search template %I.%I', n.nspname, p.tmplname), array[p.tmplname::text] from pg_ts_template p join pg_namespace n on n.oid = p.tmplnamespace where ${in:p.tmplnamespace}
-- kind: operator class drop
select format('drop operator class %I.%I using btree cascade', n.nspname, o.opcname), array[o.opcname::text] from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace where ${in:o.opcnamespace} and ${own:o}
-- kind: operator family drop
select format('drop operator family %I.%I using btree cascade', n.nspname, o.opfname), array[o.opfname::text] from pg_opfamily o join pg_namespace n on n.oid = o.opfnamespace where ${in:o.opfnamespace} and ${own:o}
-- kind: access method drop
select format('drop access method %I', a.amname), array[a.amname::text] from pg_am a where a.oid >= 16384
-- kind: conversion drop
select format('drop conversion %I.%I', n.nspname, c.conname), array[c.conname::text] from pg_conversion c join pg_namespace n on n.oid = c.connamespace where ${in:c.connamespace}
