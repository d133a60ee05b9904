BEGIN;

-- Running downgrade 20251123_220000 -> 20251123_153004

DROP TABLE system_config;

DROP TABLE audit_log;

DROP TABLE admin_settings;

DROP TABLE admin_audit_log;

DROP INDEX ux_rate_limits_user_id;

ALTER TABLE rate_limits DROP CONSTRAINT ck_rate_limits_one_is_counted;

ALTER TABLE rate_limits DROP CONSTRAINT rate_limits_user_id_fkey;

delete from rate_limits where ip_address is null;

ALTER TABLE rate_limits ALTER COLUMN ip_address SET NOT NULL;

COMMENT ON COLUMN rate_limits.ip_address IS NULL;

ALTER TABLE rate_limits DROP COLUMN user_id;

DROP INDEX ix_fraud_detection_reviewed_by;

DROP INDEX ix_fraud_detection_user_id;

ALTER TABLE fraud_detection DROP CONSTRAINT fraud_detection_reviewed_by_fkey;

ALTER TABLE fraud_detection DROP CONSTRAINT fraud_detection_user_id_fkey;

ALTER TABLE fraud_detection DROP COLUMN reviewed_by;

ALTER TABLE fraud_detection DROP COLUMN user_id;

DROP TABLE fraud_events;

DROP TABLE messages;

DROP TABLE message_threads;

DROP TABLE notifications;

DROP TABLE alerts;

DROP TABLE saved_searches;

DROP TABLE analysis_history;

DROP TABLE query_history;

DROP TABLE embeddings;

DROP TABLE entity_categories;

DROP TABLE tender_entity_link;

DROP TABLE tender_documents;

DROP TABLE documents;

DROP TABLE tenders;

DROP TABLE cpv_codes;

DROP TABLE usage_tracking;

DROP TABLE billing_events;

DROP TABLE subscription_usage;

DROP TABLE subscriptions;

DROP TABLE personalization_settings;

DROP TABLE user_preferences;

DROP TABLE api_keys;

DROP TABLE refresh_tokens;

DROP TABLE users;

DROP TABLE organizations;

UPDATE alembic_version SET version_num='20251123_153004' WHERE alembic_version.version_num = '20251123_220000';

-- Running downgrade 20251123_153004 -> 

DROP TABLE rate_limits;

DROP TABLE fraud_detection;

DELETE FROM alembic_version WHERE alembic_version.version_num = '20251123_153004';

DROP TABLE alembic_version;

COMMIT;

