-- Undoes stage 1.

drop sequence if exists agi_audit_aggregates_id_seq;
drop sequence if exists agi_audit_alerts_id_seq;
drop sequence if exists agi_audit_logs_id_seq;
drop sequence if exists agi_rate_limit_buckets_id_seq;
drop sequence if exists agi_rate_limit_rules_id_seq;
drop sequence if exists agi_rate_limit_violations_id_seq;
