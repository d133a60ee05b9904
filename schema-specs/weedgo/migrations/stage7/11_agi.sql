-- Stage 7, indexes: audit and rate limits of the agents.

create unique index concurrently if not exists agi_audit_aggregates_period_start_period_end_event_type_sev_key on agi_audit_aggregates (period_start, period_end, event_type, severity);
create index concurrently if not exists idx_audit_aggregates_period on agi_audit_aggregates (period_start, period_end);

create index concurrently if not exists idx_audit_alerts_triggered on agi_audit_alerts (triggered_at desc);

create index concurrently if not exists idx_audit_logs_event_type on agi_audit_logs (event_type);
create index concurrently if not exists idx_audit_logs_resource on agi_audit_logs (resource_type, resource_id);
create index concurrently if not exists idx_audit_logs_severity on agi_audit_logs (severity);
create index concurrently if not exists idx_audit_logs_timestamp on agi_audit_logs ("timestamp" desc);
create index concurrently if not exists idx_audit_logs_user_id on agi_audit_logs (user_id);

create index concurrently if not exists idx_rate_limit_buckets_last_update on agi_rate_limit_buckets (last_update);

create index concurrently if not exists idx_rate_limit_rules_scope on agi_rate_limit_rules (scope);

create index concurrently if not exists idx_rate_limit_violations_identifier on agi_rate_limit_violations (identifier);
create index concurrently if not exists idx_rate_limit_violations_rule on agi_rate_limit_violations (rule_name);
