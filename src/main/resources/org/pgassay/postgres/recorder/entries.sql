select l.seq, l.xact, l.event, l.tag, coalesce(l.type, '') as type, coalesce(l.object, 0)::bigint as object,
       coalesce(l.part, 0) as part, coalesce(l.parent, 0)::bigint as parent, coalesce(l.schema, '') as schema,
       coalesce(l.identity, '') as identity, coalesce(l.query, '') as query, coalesce(l.detail, '') as detail
from pgassay_recorder.log l
where l.event <> 'fault'
order by l.seq, l.at, l.type, l.object, l.part
