-- Stage 1: the sequences of the tables of stage 2, which they belong to from then on.
-- Rules and buckets are known by name and key, and draw no numbers: their two sequences are delivered, and nothing asks them.

create sequence if not exists agi_audit_aggregates_id_seq as integer;
create sequence if not exists agi_audit_alerts_id_seq as integer;
create sequence if not exists agi_audit_logs_id_seq;
create sequence if not exists agi_rate_limit_buckets_id_seq as integer;
create sequence if not exists agi_rate_limit_rules_id_seq as integer;
create sequence if not exists agi_rate_limit_violations_id_seq as integer;
