insert into pgassay_recorder.log (seq, event, tag, identity)
select coalesce(max(l.seq), 0) + 1, 'mark', '', ? from pgassay_recorder.log l
