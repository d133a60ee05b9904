BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 20251123_153004

CREATE TABLE fraud_detection (
    detection_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    ip_address INET, 
    device_fingerprint VARCHAR(255), 
    user_agent TEXT, 
    detection_type VARCHAR(100) NOT NULL, 
    risk_score NUMERIC(5, 2) DEFAULT 0 NOT NULL, 
    signals JSONB DEFAULT '{}' NOT NULL, 
    is_blocked BOOLEAN DEFAULT false NOT NULL, 
    reviewed_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT fraud_detection_pkey PRIMARY KEY (detection_id), 
    CONSTRAINT ck_fraud_detection_risk_score CHECK (risk_score between 0 and 100)
);

COMMENT ON TABLE fraud_detection IS 'What looked like fraud: repeated trials, shared accounts, robots';

COMMENT ON COLUMN fraud_detection.device_fingerprint IS 'Hash of what the browser tells of itself; no personal data';

COMMENT ON COLUMN fraud_detection.risk_score IS '0 to 100; the higher, the worse';

COMMENT ON COLUMN fraud_detection.signals IS 'What the score is made of';

CREATE INDEX ix_fraud_detection_ip_address ON fraud_detection (ip_address);

CREATE INDEX ix_fraud_detection_device_fingerprint ON fraud_detection (device_fingerprint);

CREATE INDEX ix_fraud_detection_detection_type ON fraud_detection (detection_type);

CREATE INDEX ix_fraud_detection_created_at ON fraud_detection (created_at);

CREATE INDEX ix_fraud_detection_unreviewed ON fraud_detection (risk_score desc) WHERE reviewed_at is null;

CREATE TABLE rate_limits (
    rate_limit_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    ip_address INET NOT NULL, 
    endpoint VARCHAR(255) NOT NULL, 
    window_start TIMESTAMP WITH TIME ZONE NOT NULL, 
    window_seconds INTEGER DEFAULT 60 NOT NULL, 
    request_count INTEGER DEFAULT 0 NOT NULL, 
    blocked_until TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT rate_limits_pkey PRIMARY KEY (rate_limit_id)
);

COMMENT ON TABLE rate_limits IS 'How many requests came in a window of time, and until when further ones are refused';

CREATE UNIQUE INDEX ux_rate_limits_ip_address ON rate_limits (ip_address, endpoint, window_start);

CREATE INDEX ix_rate_limits_window_start ON rate_limits (window_start);

CREATE INDEX ix_rate_limits_blocked_until ON rate_limits (blocked_until) WHERE blocked_until is not null;

INSERT INTO alembic_version (version_num) VALUES ('20251123_153004') RETURNING alembic_version.version_num;

-- Running upgrade 20251123_153004 -> 20251123_220000

CREATE TABLE organizations (
    org_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    name VARCHAR(500) NOT NULL, 
    org_type VARCHAR(100), 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT organizations_pkey PRIMARY KEY (org_id)
);

COMMENT ON TABLE organizations IS 'Companies that bid, and bodies that procure, as far as they have users';

CREATE INDEX ix_organizations_name ON organizations (name);

CREATE INDEX ix_organizations_org_type ON organizations (org_type);

CREATE TABLE users (
    user_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    email VARCHAR(255) NOT NULL, 
    password_hash VARCHAR(255) NOT NULL, 
    full_name VARCHAR(255), 
    subscription_tier VARCHAR(50) DEFAULT 'free' NOT NULL, 
    stripe_customer_id VARCHAR(255), 
    email_verified BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    trial_started_at TIMESTAMP WITH TIME ZONE, 
    trial_ends_at TIMESTAMP WITH TIME ZONE, 
    is_trial_expired BOOLEAN DEFAULT false NOT NULL, 
    stripe_subscription_id VARCHAR(255), 
    org_id UUID, 
    CONSTRAINT users_pkey PRIMARY KEY (user_id), 
    CONSTRAINT users_email_key UNIQUE (email), 
    CONSTRAINT users_org_id_fkey FOREIGN KEY(org_id) REFERENCES organizations (org_id) ON DELETE SET NULL
);

COMMENT ON TABLE users IS 'People who log in';

COMMENT ON COLUMN users.password_hash IS 'Hash with its salt; never a password';

CREATE INDEX ix_users_stripe_customer_id ON users (stripe_customer_id);

CREATE INDEX ix_users_stripe_subscription_id ON users (stripe_subscription_id);

CREATE INDEX ix_users_subscription_tier ON users (subscription_tier);

CREATE INDEX ix_users_org_id ON users (org_id);

CREATE INDEX ix_users_trial_ends_at ON users (trial_ends_at) WHERE not is_trial_expired;

CREATE TABLE refresh_tokens (
    token_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    token VARCHAR(500) NOT NULL, 
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    is_revoked BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_id), 
    CONSTRAINT refresh_tokens_token_key UNIQUE (token), 
    CONSTRAINT refresh_tokens_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE refresh_tokens IS 'Tokens that renew a session';

COMMENT ON COLUMN refresh_tokens.token IS 'Hash of the token; never the token';

CREATE INDEX ix_refresh_tokens_user_id ON refresh_tokens (user_id);

CREATE INDEX ix_refresh_tokens_expires_at ON refresh_tokens (expires_at);

CREATE TABLE api_keys (
    key_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    key_hash VARCHAR(255) NOT NULL, 
    key_prefix VARCHAR(20) NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    last_used_at TIMESTAMP WITH TIME ZONE, 
    expires_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT api_keys_pkey PRIMARY KEY (key_id), 
    CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash), 
    CONSTRAINT api_keys_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE api_keys IS 'Keys by which programs of a user call the API';

COMMENT ON COLUMN api_keys.key_hash IS 'Hash of the key; never the key';

COMMENT ON COLUMN api_keys.key_prefix IS 'The key''s first characters, to tell it by';

COMMENT ON COLUMN api_keys.expires_at IS 'Null for a key that does not expire';

CREATE INDEX ix_api_keys_user_id ON api_keys (user_id);

CREATE INDEX ix_api_keys_key_prefix ON api_keys (key_prefix);

CREATE INDEX ix_api_keys_expires_at ON api_keys (expires_at) WHERE is_active;

CREATE TABLE user_preferences (
    pref_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    language VARCHAR(10) DEFAULT 'mk' NOT NULL, 
    timezone VARCHAR(50) DEFAULT 'Europe/Skopje' NOT NULL, 
    email_notifications BOOLEAN DEFAULT true NOT NULL, 
    in_app_notifications BOOLEAN DEFAULT true NOT NULL, 
    theme VARCHAR(20) DEFAULT 'light' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT user_preferences_pkey PRIMARY KEY (pref_id), 
    CONSTRAINT user_preferences_user_id_key UNIQUE (user_id), 
    CONSTRAINT user_preferences_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE user_preferences IS 'How the platform looks and speaks to a user; one row each';

CREATE TABLE personalization_settings (
    setting_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    favorite_categories JSONB DEFAULT '[]' NOT NULL, 
    favorite_cpv_codes JSONB DEFAULT '[]' NOT NULL, 
    favorite_entities JSONB DEFAULT '[]' NOT NULL, 
    dashboard_widgets JSONB DEFAULT '[]' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT personalization_settings_pkey PRIMARY KEY (setting_id), 
    CONSTRAINT personalization_settings_user_id_key UNIQUE (user_id), 
    CONSTRAINT personalization_settings_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE personalization_settings IS 'What a user follows, to choose tenders by; one row each';

COMMENT ON COLUMN personalization_settings.favorite_cpv_codes IS 'cpv_codes.cpv_code of those that the user follows';

CREATE INDEX ix_personalization_settings_favorite_cpv_codes ON personalization_settings USING gin (favorite_cpv_codes);

CREATE INDEX ix_personalization_settings_favorite_categories ON personalization_settings USING gin (favorite_categories);

CREATE TABLE subscriptions (
    subscription_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    stripe_subscription_id VARCHAR(255), 
    stripe_customer_id VARCHAR(255), 
    tier VARCHAR(50) DEFAULT 'free' NOT NULL, 
    status VARCHAR(50) DEFAULT 'incomplete' NOT NULL, 
    current_period_start TIMESTAMP WITH TIME ZONE, 
    current_period_end TIMESTAMP WITH TIME ZONE, 
    cancel_at_period_end BOOLEAN DEFAULT false NOT NULL, 
    cancelled_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT subscriptions_pkey PRIMARY KEY (subscription_id), 
    CONSTRAINT subscriptions_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE subscriptions IS 'What a user has subscribed to, now and before';

COMMENT ON COLUMN subscriptions.stripe_subscription_id IS 'Null where nothing is paid through Stripe';

COMMENT ON COLUMN subscriptions.status IS 'As Stripe names it';

CREATE INDEX ix_subscriptions_user_id ON subscriptions (user_id);

CREATE UNIQUE INDEX ux_subscriptions_stripe_subscription_id ON subscriptions (stripe_subscription_id) WHERE stripe_subscription_id is not null;

CREATE INDEX ix_subscriptions_stripe_customer_id ON subscriptions (stripe_customer_id);

CREATE INDEX ix_subscriptions_status ON subscriptions (status);

CREATE INDEX ix_subscriptions_current_period_end ON subscriptions (current_period_end);

CREATE TABLE subscription_usage (
    usage_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    subscription_id UUID NOT NULL, 
    user_id UUID NOT NULL, 
    resource_type VARCHAR(50) NOT NULL, 
    quantity INTEGER DEFAULT 0 NOT NULL, 
    period_start TIMESTAMP WITH TIME ZONE NOT NULL, 
    period_end TIMESTAMP WITH TIME ZONE NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT subscription_usage_pkey PRIMARY KEY (usage_id), 
    CONSTRAINT ck_subscription_usage_quantity CHECK (quantity >= 0), 
    CONSTRAINT subscription_usage_subscription_id_fkey FOREIGN KEY(subscription_id) REFERENCES subscriptions (subscription_id) ON DELETE CASCADE, 
    CONSTRAINT subscription_usage_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE subscription_usage IS 'How much of what a subscription allows was used in a period';

CREATE INDEX ix_subscription_usage_subscription_id ON subscription_usage (subscription_id);

CREATE INDEX ix_subscription_usage_user_id ON subscription_usage (user_id);

CREATE INDEX ix_subscription_usage_period ON subscription_usage (period_start, period_end);

CREATE TABLE billing_events (
    event_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    subscription_id UUID, 
    event_type VARCHAR(100) NOT NULL, 
    stripe_event_id VARCHAR(255), 
    amount NUMERIC(10, 2), 
    currency VARCHAR(10), 
    status VARCHAR(50), 
    metadata JSONB DEFAULT '{}' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT billing_events_pkey PRIMARY KEY (event_id), 
    CONSTRAINT billing_events_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL, 
    CONSTRAINT billing_events_subscription_id_fkey FOREIGN KEY(subscription_id) REFERENCES subscriptions (subscription_id) ON DELETE SET NULL
);

COMMENT ON TABLE billing_events IS 'Payments, refunds and failures, as Stripe reports them; outlives user and subscription';

COMMENT ON COLUMN billing_events.stripe_event_id IS 'Null where the event does not come from Stripe';

COMMENT ON COLUMN billing_events.currency IS 'Null where there is no amount';

CREATE INDEX ix_billing_events_user_id ON billing_events (user_id);

CREATE INDEX ix_billing_events_subscription_id ON billing_events (subscription_id);

CREATE INDEX ix_billing_events_event_type ON billing_events (event_type);

CREATE INDEX ix_billing_events_created_at ON billing_events (created_at);

CREATE UNIQUE INDEX ux_billing_events_stripe_event_id ON billing_events (stripe_event_id) WHERE stripe_event_id is not null;

CREATE TABLE usage_tracking (
    tracking_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    action_type VARCHAR(100) NOT NULL, 
    tracking_metadata JSONB DEFAULT '{}' NOT NULL, 
    timestamp TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT usage_tracking_pkey PRIMARY KEY (tracking_id), 
    CONSTRAINT usage_tracking_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE usage_tracking IS 'What users do, for statistics';

CREATE INDEX ix_usage_tracking_user_id ON usage_tracking (user_id);

CREATE INDEX ix_usage_tracking_action_type ON usage_tracking (action_type);

CREATE INDEX ix_usage_tracking_timestamp ON usage_tracking (timestamp);

CREATE TABLE cpv_codes (
    cpv_code VARCHAR(50) NOT NULL, 
    description_mk TEXT, 
    description_en TEXT, 
    level INTEGER NOT NULL, 
    parent_code VARCHAR(50), 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT cpv_codes_pkey PRIMARY KEY (cpv_code), 
    CONSTRAINT cpv_codes_parent_code_fkey FOREIGN KEY(parent_code) REFERENCES cpv_codes (cpv_code) ON DELETE SET NULL
);

COMMENT ON TABLE cpv_codes IS 'The Common Procurement Vocabulary; imported after the migration';

COMMENT ON COLUMN cpv_codes.cpv_code IS 'As in Regulation (EC) 213/2008: 45000000-7';

COMMENT ON COLUMN cpv_codes.level IS '1 for a division, and so on downwards';

CREATE INDEX ix_cpv_codes_level ON cpv_codes (level);

CREATE INDEX ix_cpv_codes_parent_code ON cpv_codes (parent_code);

CREATE TABLE tenders (
    tender_id VARCHAR(100) NOT NULL, 
    title TEXT NOT NULL, 
    description TEXT, 
    category VARCHAR(255), 
    procuring_entity VARCHAR(500), 
    opening_date DATE, 
    closing_date DATE, 
    publication_date DATE, 
    estimated_value_mkd NUMERIC(15, 2), 
    estimated_value_eur NUMERIC(15, 2), 
    actual_value_mkd NUMERIC(15, 2), 
    actual_value_eur NUMERIC(15, 2), 
    cpv_code VARCHAR(50), 
    status VARCHAR(50) DEFAULT 'open' NOT NULL, 
    winner VARCHAR(500), 
    source_url TEXT, 
    language VARCHAR(10) DEFAULT 'mk' NOT NULL, 
    scraped_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT tenders_pkey PRIMARY KEY (tender_id), 
    CONSTRAINT tenders_cpv_code_fkey FOREIGN KEY(cpv_code) REFERENCES cpv_codes (cpv_code) ON DELETE SET NULL
);

COMMENT ON TABLE tenders IS 'Public tenders, as published';

COMMENT ON COLUMN tenders.tender_id IS 'The number that the procurement bureau gave';

COMMENT ON COLUMN tenders.scraped_at IS 'Null for a tender that was entered by hand';

CREATE INDEX ix_tenders_category ON tenders (category);

CREATE INDEX ix_tenders_status ON tenders (status);

CREATE INDEX ix_tenders_opening_date ON tenders (opening_date);

CREATE INDEX ix_tenders_closing_date ON tenders (closing_date);

CREATE INDEX ix_tenders_publication_date ON tenders (publication_date);

CREATE INDEX ix_tenders_cpv_code ON tenders (cpv_code);

CREATE INDEX ix_tenders_procuring_entity ON tenders (procuring_entity);

CREATE INDEX ix_tenders_winner ON tenders (winner);

CREATE INDEX ix_tenders_words ON tenders USING gin (to_tsvector('simple', title || ' ' || coalesce(description, '')));

CREATE TABLE documents (
    doc_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tender_id VARCHAR(100) NOT NULL, 
    doc_type VARCHAR(100), 
    file_name VARCHAR(500), 
    file_path TEXT, 
    file_url TEXT, 
    content_text TEXT, 
    extraction_status VARCHAR(50) DEFAULT 'pending' NOT NULL, 
    file_size_bytes BIGINT, 
    page_count INTEGER, 
    mime_type VARCHAR(100), 
    uploaded_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT documents_pkey PRIMARY KEY (doc_id), 
    CONSTRAINT documents_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE documents IS 'Files that users or the platform add to a tender';

COMMENT ON COLUMN documents.content_text IS 'The text of the file; null until it is extracted';

CREATE INDEX ix_documents_tender_id ON documents (tender_id);

CREATE INDEX ix_documents_extraction_status ON documents (extraction_status, uploaded_at);

CREATE TABLE tender_documents (
    doc_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tender_id VARCHAR(100) NOT NULL, 
    doc_type VARCHAR(100), 
    file_name VARCHAR(500), 
    file_path TEXT, 
    file_url TEXT, 
    content_text TEXT, 
    extraction_status VARCHAR(50) DEFAULT 'pending' NOT NULL, 
    file_size_bytes BIGINT, 
    page_count INTEGER, 
    mime_type VARCHAR(100), 
    uploaded_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT tender_documents_pkey PRIMARY KEY (doc_id), 
    CONSTRAINT tender_documents_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE tender_documents IS 'Files that were published with a tender';

COMMENT ON COLUMN tender_documents.content_text IS 'The text of the file; null until it is extracted';

CREATE INDEX ix_tender_documents_tender_id ON tender_documents (tender_id);

CREATE INDEX ix_tender_documents_extraction_status ON tender_documents (extraction_status, uploaded_at);

CREATE TABLE tender_entity_link (
    link_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    tender_id VARCHAR(100) NOT NULL, 
    entity_id UUID NOT NULL, 
    entity_type VARCHAR(50) NOT NULL, 
    relationship_type VARCHAR(100), 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT tender_entity_link_pkey PRIMARY KEY (link_id), 
    CONSTRAINT uq_tender_entity UNIQUE (tender_id, entity_id, entity_type), 
    CONSTRAINT tender_entity_link_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE tender_entity_link IS 'Who has to do with a tender: buyers, bidders, winners';

COMMENT ON COLUMN tender_entity_link.entity_id IS 'A row of the table that entity_type names';

CREATE INDEX ix_tender_entity_link_entity ON tender_entity_link (entity_id, entity_type);

CREATE TABLE entity_categories (
    category_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    description TEXT, 
    parent_id UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT entity_categories_pkey PRIMARY KEY (category_id), 
    CONSTRAINT entity_categories_name_key UNIQUE (name), 
    CONSTRAINT entity_categories_parent_id_fkey FOREIGN KEY(parent_id) REFERENCES entity_categories (category_id) ON DELETE SET NULL
);

COMMENT ON TABLE entity_categories IS 'What kinds of buyers and bidders there are; a tree';

CREATE INDEX ix_entity_categories_parent_id ON entity_categories (parent_id);

CREATE TABLE embeddings (
    embed_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    doc_id UUID, 
    tender_id VARCHAR(100), 
    chunk_text TEXT NOT NULL, 
    chunk_index INTEGER, 
    vector DOUBLE PRECISION[], 
    chunk_metadata JSONB DEFAULT '{}' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT embeddings_pkey PRIMARY KEY (embed_id), 
    CONSTRAINT embeddings_doc_id_fkey FOREIGN KEY(doc_id) REFERENCES documents (doc_id) ON DELETE CASCADE, 
    CONSTRAINT embeddings_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE embeddings IS 'Pieces of text and where they lie in the space of meanings';

COMMENT ON COLUMN embeddings.vector IS 'Becomes pgvector''s type after the migration';

CREATE INDEX ix_embeddings_doc_id ON embeddings (doc_id, chunk_index);

CREATE INDEX ix_embeddings_tender_id ON embeddings (tender_id);

CREATE TABLE query_history (
    query_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    question TEXT NOT NULL, 
    answer TEXT, 
    sources JSONB DEFAULT '[]' NOT NULL, 
    confidence NUMERIC(3, 2), 
    query_time_ms INTEGER, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT query_history_pkey PRIMARY KEY (query_id), 
    CONSTRAINT ck_query_history_confidence CHECK (confidence between 0 and 1), 
    CONSTRAINT query_history_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE query_history IS 'Questions that users asked, and what they were answered';

COMMENT ON COLUMN query_history.confidence IS '0 to 1';

CREATE INDEX ix_query_history_user_id ON query_history (user_id);

CREATE INDEX ix_query_history_created_at ON query_history (created_at);

CREATE TABLE analysis_history (
    analysis_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    tender_id VARCHAR(100), 
    analysis_type VARCHAR(100) NOT NULL, 
    results JSONB, 
    processing_time_ms INTEGER, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT analysis_history_pkey PRIMARY KEY (analysis_id), 
    CONSTRAINT analysis_history_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL, 
    CONSTRAINT analysis_history_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE analysis_history IS 'Analyses of tenders, and what they found';

COMMENT ON COLUMN analysis_history.results IS 'Null until the analysis is done';

CREATE INDEX ix_analysis_history_user_id ON analysis_history (user_id);

CREATE INDEX ix_analysis_history_tender_id ON analysis_history (tender_id);

CREATE INDEX ix_analysis_history_analysis_type ON analysis_history (analysis_type);

CREATE INDEX ix_analysis_history_created_at ON analysis_history (created_at);

CREATE TABLE saved_searches (
    search_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    search_criteria JSONB NOT NULL, 
    is_alert BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT saved_searches_pkey PRIMARY KEY (search_id), 
    CONSTRAINT saved_searches_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE saved_searches IS 'Searches that a user keeps';

CREATE INDEX ix_saved_searches_user_id ON saved_searches (user_id);

CREATE INDEX ix_saved_searches_alerts ON saved_searches (updated_at) WHERE is_alert;

CREATE TABLE alerts (
    alert_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    name VARCHAR(255) NOT NULL, 
    filters JSONB DEFAULT '{}' NOT NULL, 
    frequency VARCHAR(50) DEFAULT 'daily' NOT NULL, 
    is_active BOOLEAN DEFAULT true NOT NULL, 
    last_triggered TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT alerts_pkey PRIMARY KEY (alert_id), 
    CONSTRAINT alerts_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE alerts IS 'What a user wants to be told of, and how often';

CREATE INDEX ix_alerts_user_id ON alerts (user_id);

CREATE INDEX ix_alerts_due ON alerts (frequency, last_triggered) WHERE is_active;

CREATE TABLE notifications (
    notification_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    alert_id UUID, 
    tender_id VARCHAR(100), 
    message TEXT, 
    is_read BOOLEAN DEFAULT false NOT NULL, 
    sent_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT notifications_pkey PRIMARY KEY (notification_id), 
    CONSTRAINT notifications_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE, 
    CONSTRAINT notifications_alert_id_fkey FOREIGN KEY(alert_id) REFERENCES alerts (alert_id) ON DELETE CASCADE, 
    CONSTRAINT notifications_tender_id_fkey FOREIGN KEY(tender_id) REFERENCES tenders (tender_id) ON DELETE CASCADE
);

COMMENT ON TABLE notifications IS 'What a user was told';

CREATE INDEX ix_notifications_user_id ON notifications (user_id, sent_at);

CREATE INDEX ix_notifications_alert_id ON notifications (alert_id);

CREATE INDEX ix_notifications_tender_id ON notifications (tender_id);

CREATE INDEX ix_notifications_unread ON notifications (user_id) WHERE not is_read;

CREATE TABLE message_threads (
    thread_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID NOT NULL, 
    subject VARCHAR(500), 
    status VARCHAR(50) DEFAULT 'open' NOT NULL, 
    last_message_at TIMESTAMP WITH TIME ZONE, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT message_threads_pkey PRIMARY KEY (thread_id), 
    CONSTRAINT message_threads_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE
);

COMMENT ON TABLE message_threads IS 'Conversations of a user with the support';

COMMENT ON COLUMN message_threads.last_message_at IS 'Null as long as nothing is written';

CREATE INDEX ix_message_threads_user_id ON message_threads (user_id);

CREATE INDEX ix_message_threads_status ON message_threads (status);

CREATE INDEX ix_message_threads_last_message_at ON message_threads (last_message_at);

CREATE TABLE messages (
    message_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    thread_id UUID NOT NULL, 
    sender_id UUID, 
    content TEXT NOT NULL, 
    is_system_message BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT messages_pkey PRIMARY KEY (message_id), 
    CONSTRAINT messages_thread_id_fkey FOREIGN KEY(thread_id) REFERENCES message_threads (thread_id) ON DELETE CASCADE, 
    CONSTRAINT messages_sender_id_fkey FOREIGN KEY(sender_id) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE messages IS 'What was written in a conversation';

COMMENT ON COLUMN messages.sender_id IS 'Null where the platform wrote, or the sender is gone';

CREATE INDEX ix_messages_thread_id ON messages (thread_id, created_at);

CREATE INDEX ix_messages_sender_id ON messages (sender_id);

CREATE TABLE fraud_events (
    event_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    event_type VARCHAR(100) NOT NULL, 
    severity VARCHAR(50) NOT NULL, 
    description TEXT, 
    ip_address INET, 
    metadata JSONB DEFAULT '{}' NOT NULL, 
    is_resolved BOOLEAN DEFAULT false NOT NULL, 
    resolved_at TIMESTAMP WITH TIME ZONE, 
    resolved_by UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT fraud_events_pkey PRIMARY KEY (event_id), 
    CONSTRAINT fraud_events_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL, 
    CONSTRAINT fraud_events_resolved_by_fkey FOREIGN KEY(resolved_by) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE fraud_events IS 'Fraud that people are to look at; outlives the user';

CREATE INDEX ix_fraud_events_user_id ON fraud_events (user_id);

CREATE INDEX ix_fraud_events_resolved_by ON fraud_events (resolved_by);

CREATE INDEX ix_fraud_events_event_type ON fraud_events (event_type);

CREATE INDEX ix_fraud_events_ip_address ON fraud_events (ip_address);

CREATE INDEX ix_fraud_events_unresolved ON fraud_events (severity, created_at) WHERE not is_resolved;

ALTER TABLE fraud_detection ADD COLUMN user_id UUID;

ALTER TABLE fraud_detection ADD COLUMN reviewed_by UUID;

ALTER TABLE fraud_detection ADD CONSTRAINT fraud_detection_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL;

ALTER TABLE fraud_detection ADD CONSTRAINT fraud_detection_reviewed_by_fkey FOREIGN KEY(reviewed_by) REFERENCES users (user_id) ON DELETE SET NULL;

CREATE INDEX ix_fraud_detection_user_id ON fraud_detection (user_id);

CREATE INDEX ix_fraud_detection_reviewed_by ON fraud_detection (reviewed_by);

ALTER TABLE rate_limits ADD COLUMN user_id UUID;

COMMENT ON COLUMN rate_limits.user_id IS 'Null where an address is counted';

ALTER TABLE rate_limits ALTER COLUMN ip_address DROP NOT NULL;

COMMENT ON COLUMN rate_limits.ip_address IS 'Null where a user is counted';

ALTER TABLE rate_limits ADD CONSTRAINT rate_limits_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE CASCADE;

ALTER TABLE rate_limits ADD CONSTRAINT ck_rate_limits_one_is_counted CHECK ((ip_address is null) <> (user_id is null));

CREATE UNIQUE INDEX ux_rate_limits_user_id ON rate_limits (user_id, endpoint, window_start);

CREATE TABLE admin_audit_log (
    log_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    admin_user_id UUID, 
    action VARCHAR(255) NOT NULL, 
    target_type VARCHAR(100), 
    target_id VARCHAR(255), 
    changes JSONB, 
    ip_address INET, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT admin_audit_log_pkey PRIMARY KEY (log_id), 
    CONSTRAINT admin_audit_log_admin_user_id_fkey FOREIGN KEY(admin_user_id) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE admin_audit_log IS 'What administrators did';

COMMENT ON COLUMN admin_audit_log.target_id IS 'Key of a row of what target_type names; outlives the row';

COMMENT ON COLUMN admin_audit_log.changes IS 'Null where nothing was changed';

CREATE INDEX ix_admin_audit_log_admin_user_id ON admin_audit_log (admin_user_id);

CREATE INDEX ix_admin_audit_log_action ON admin_audit_log (action);

CREATE INDEX ix_admin_audit_log_target ON admin_audit_log (target_type, target_id);

CREATE INDEX ix_admin_audit_log_created_at ON admin_audit_log (created_at);

CREATE TABLE admin_settings (
    setting_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    setting_key VARCHAR(255) NOT NULL, 
    setting_value TEXT, 
    setting_type VARCHAR(50) DEFAULT 'string' NOT NULL, 
    description TEXT, 
    updated_by UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT admin_settings_pkey PRIMARY KEY (setting_id), 
    CONSTRAINT admin_settings_setting_key_key UNIQUE (setting_key), 
    CONSTRAINT admin_settings_updated_by_fkey FOREIGN KEY(updated_by) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE admin_settings IS 'Settings that administrators change while the platform runs';

CREATE INDEX ix_admin_settings_updated_by ON admin_settings (updated_by);

CREATE TABLE audit_log (
    audit_id UUID DEFAULT gen_random_uuid() NOT NULL, 
    user_id UUID, 
    action VARCHAR(255) NOT NULL, 
    details JSONB, 
    ip_address INET, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT audit_log_pkey PRIMARY KEY (audit_id), 
    CONSTRAINT audit_log_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (user_id) ON DELETE SET NULL
);

COMMENT ON TABLE audit_log IS 'What users did that must be on record';

CREATE INDEX ix_audit_log_user_id ON audit_log (user_id);

CREATE INDEX ix_audit_log_action ON audit_log (action);

CREATE INDEX ix_audit_log_created_at ON audit_log (created_at);

CREATE TABLE system_config (
    config_key VARCHAR(255) NOT NULL, 
    config_value TEXT, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    CONSTRAINT system_config_pkey PRIMARY KEY (config_key)
);

COMMENT ON TABLE system_config IS 'Settings that the platform starts with; filled after the migration';

UPDATE alembic_version SET version_num='20251123_220000' WHERE alembic_version.version_num = '20251123_153004';

COMMIT;

