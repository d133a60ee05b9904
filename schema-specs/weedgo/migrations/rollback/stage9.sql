-- Undoes stage 9. The audit events stay, and can be changed from then on.

drop function if exists agi_take_tokens(text, text, double precision, text);
alter table agi_rate_limit_rules drop constraint if exists agi_rate_limit_rules_limits_check;
alter table agi_rate_limit_buckets drop constraint if exists agi_rate_limit_buckets_tokens_check;
drop trigger if exists agi_rate_limit_rules_audited on agi_rate_limit_rules;
drop trigger if exists agi_rate_limit_violations_audited on agi_rate_limit_violations;
drop function if exists agi_audit_rule();
drop function if exists agi_audit_violation();
drop function if exists agi_log_event(text, text, text, text, text, text, text, jsonb);
drop trigger if exists agi_audit_logs_no_truncate on agi_audit_logs;
drop trigger if exists agi_audit_logs_no_change on agi_audit_logs;
drop function if exists agi_audit_logs_stay();

drop trigger if exists update_translations_usage on translations;
drop trigger if exists update_user_payment_methods_updated_at_trigger on user_payment_methods;
drop trigger if exists update_pricing_rules_updated_at_trigger on pricing_rules;
drop trigger if exists update_checkout_sessions_updated_at on checkout_sessions;
drop trigger if exists update_ocs_inventory_movements_updated_at on ocs_inventory_movements;
drop trigger if exists update_review_vote_counts_trigger on review_votes;
drop trigger if exists update_system_settings_updated_at_trigger on system_settings;
drop trigger if exists update_user_last_login_trigger on user_login_logs;
