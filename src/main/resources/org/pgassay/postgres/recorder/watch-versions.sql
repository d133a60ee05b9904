with named as (
  insert into pgassay_recorder.version_table (name) select pg_catalog.unnest(?::text[]) returning name
)
select pgassay_recorder.watch(t.relation, true)
from pgassay_recorder.there t
join pg_catalog.pg_class c on c.oid = t.relation
join named v on v.name = c.relname
