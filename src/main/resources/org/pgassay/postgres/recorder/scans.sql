select s.seq, s.relation::bigint as relation, t.identity
from pgassay_recorder.scanned s join pgassay_recorder.there t on t.relation = s.relation
order by s.seq, t.identity
