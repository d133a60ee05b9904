-- Undoes stage 2: the sequences stay, as stage 1 made them.

alter sequence if exists agi_audit_logs_id_seq owned by none;
alter sequence if exists agi_audit_aggregates_id_seq owned by none;
alter sequence if exists agi_audit_alerts_id_seq owned by none;
alter sequence if exists agi_rate_limit_violations_id_seq owned by none;

drop table if exists agi_rate_limit_violations;
drop table if exists agi_rate_limit_buckets;
drop table if exists agi_rate_limit_rules;
drop table if exists agi_audit_alerts;
drop table if exists agi_audit_aggregates;
drop table if exists agi_audit_logs;
