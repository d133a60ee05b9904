select h.seq, h.xact, h.relation::bigint as relation, t.identity, h.mode
from pgassay_recorder.held h join pgassay_recorder.there t on t.relation = h.relation
order by h.seq, t.identity, h.mode
