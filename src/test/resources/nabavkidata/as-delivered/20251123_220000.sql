-- Nabavkidata, revision 20251123_220000, as delivered: the schema that the delivery report was written about.
-- A test fixture. Names, types, missing defaults and missing indexes are those of the delivery; nothing is mended.

create table cpv_codes (
  cpv_code       character varying(50) not null,
  description_mk text,
  description_en text,
  level          integer not null,
  parent_code    character varying(50),
  created_at     timestamp without time zone not null default now(),
  constraint cpv_codes_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES cpv_codes(cpv_code) ON DELETE SET NULL,
  constraint cpv_codes_pkey PRIMARY KEY (cpv_code)
);

create index ix_cpv_codes_level on cpv_codes using btree (level);
create index ix_cpv_codes_parent_code on cpv_codes using btree (parent_code);

create table entity_categories (
  category_id uuid not null,
  name        character varying(255) not null,
  description text,
  parent_id   uuid,
  created_at  timestamp without time zone not null default now(),
  constraint entity_categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES entity_categories(category_id) ON DELETE SET NULL,
  constraint entity_categories_pkey PRIMARY KEY (category_id),
  constraint entity_categories_name_key UNIQUE (name)
);

create index ix_entity_categories_name on entity_categories using btree (name);
create index ix_entity_categories_parent_id on entity_categories using btree (parent_id);

create table organizations (
  org_id     uuid not null,
  name       character varying(500) not null,
  org_type   character varying(100),
  created_at timestamp without time zone not null default now(),
  constraint organizations_pkey PRIMARY KEY (org_id)
);

create index ix_organizations_name on organizations using btree (name);

create table system_config (
  config_key   character varying(255) not null,
  config_value text,
  updated_at   timestamp without time zone not null default now(),
  constraint system_config_pkey PRIMARY KEY (config_key)
);

create table tenders (
  tender_id           character varying(100) not null,
  title               text not null,
  description         text,
  category            character varying(255),
  procuring_entity    character varying(500),
  opening_date        date,
  closing_date        date,
  publication_date    date,
  estimated_value_mkd numeric(15,2),
  estimated_value_eur numeric(15,2),
  actual_value_mkd    numeric(15,2),
  actual_value_eur    numeric(15,2),
  cpv_code            character varying(50),
  status              character varying(50) not null,
  winner              character varying(500),
  source_url          text,
  language            character varying(10) not null,
  scraped_at          timestamp without time zone,
  created_at          timestamp without time zone not null default now(),
  updated_at          timestamp without time zone not null default now(),
  constraint tenders_pkey PRIMARY KEY (tender_id)
);

create index ix_tenders_category on tenders using btree (category);
create index ix_tenders_status on tenders using btree (status);
create index ix_tenders_opening_date on tenders using btree (opening_date);
create index ix_tenders_closing_date on tenders using btree (closing_date);
create index ix_tenders_cpv_code on tenders using btree (cpv_code);

create table users (
  user_id                uuid not null,
  email                  character varying(255) not null,
  password_hash          character varying(255) not null,
  full_name              character varying(255),
  subscription_tier      character varying(50) not null,
  stripe_customer_id     character varying(255),
  email_verified         boolean not null,
  created_at             timestamp without time zone not null default now(),
  updated_at             timestamp without time zone not null default now(),
  trial_started_at       timestamp without time zone,
  trial_ends_at          timestamp without time zone,
  is_trial_expired       boolean not null,
  stripe_subscription_id character varying(255),
  org_id                 uuid,
  constraint fk_users_org_id FOREIGN KEY (org_id) REFERENCES organizations(org_id) ON DELETE SET NULL,
  constraint users_pkey PRIMARY KEY (user_id),
  constraint users_email_key UNIQUE (email)
);

create index ix_users_email on users using btree (email);
create index ix_users_stripe_customer_id on users using btree (stripe_customer_id);
create index ix_users_subscription_tier on users using btree (subscription_tier);
create index ix_users_trial_ends_at on users using btree (trial_ends_at);
create index ix_users_is_trial_expired on users using btree (is_trial_expired);
create index ix_users_org_id on users using btree (org_id);

create table admin_audit_log (
  log_id        uuid not null,
  admin_user_id uuid,
  action        character varying(255) not null,
  target_type   character varying(100),
  target_id     character varying(255),
  changes       jsonb,
  ip_address    inet,
  created_at    timestamp without time zone not null default now(),
  constraint admin_audit_log_admin_user_id_fkey FOREIGN KEY (admin_user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint admin_audit_log_pkey PRIMARY KEY (log_id)
);

create index ix_admin_audit_log_admin_user_id on admin_audit_log using btree (admin_user_id);
create index ix_admin_audit_log_action on admin_audit_log using btree (action);
create index ix_admin_audit_log_created_at on admin_audit_log using btree (created_at);

create table admin_settings (
  setting_id    uuid not null,
  setting_key   character varying(255) not null,
  setting_value text,
  setting_type  character varying(50) not null,
  description   text,
  updated_by    uuid,
  created_at    timestamp without time zone not null default now(),
  updated_at    timestamp without time zone not null default now(),
  constraint admin_settings_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint admin_settings_pkey PRIMARY KEY (setting_id),
  constraint admin_settings_setting_key_key UNIQUE (setting_key)
);

create index ix_admin_settings_setting_key on admin_settings using btree (setting_key);

create table alerts (
  alert_id       uuid not null,
  user_id        uuid not null,
  name           character varying(255) not null,
  filters        jsonb,
  frequency      character varying(50) not null,
  is_active      boolean not null,
  last_triggered timestamp without time zone,
  created_at     timestamp without time zone not null default now(),
  constraint alerts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint alerts_pkey PRIMARY KEY (alert_id)
);

create index ix_alerts_user_id on alerts using btree (user_id);
create index ix_alerts_is_active on alerts using btree (is_active);

create table analysis_history (
  analysis_id        uuid not null,
  user_id            uuid,
  tender_id          character varying(100),
  analysis_type      character varying(100) not null,
  results            jsonb,
  processing_time_ms integer,
  created_at         timestamp without time zone not null default now(),
  constraint analysis_history_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint analysis_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint analysis_history_pkey PRIMARY KEY (analysis_id)
);

create index ix_analysis_history_user_id on analysis_history using btree (user_id);
create index ix_analysis_history_tender_id on analysis_history using btree (tender_id);
create index ix_analysis_history_analysis_type on analysis_history using btree (analysis_type);

create table api_keys (
  key_id       uuid not null,
  user_id      uuid not null,
  key_hash     character varying(255) not null,
  key_prefix   character varying(20) not null,
  name         character varying(255) not null,
  is_active    boolean not null,
  last_used_at timestamp without time zone,
  expires_at   timestamp without time zone,
  created_at   timestamp without time zone not null default now(),
  constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint api_keys_pkey PRIMARY KEY (key_id),
  constraint api_keys_key_hash_key UNIQUE (key_hash)
);

create index ix_api_keys_user_id on api_keys using btree (user_id);
create index ix_api_keys_key_hash on api_keys using btree (key_hash);
create index ix_api_keys_is_active on api_keys using btree (is_active);

create table audit_log (
  audit_id   uuid not null,
  user_id    uuid,
  action     character varying(255) not null,
  details    jsonb,
  ip_address inet,
  created_at timestamp without time zone not null default now(),
  constraint audit_log_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint audit_log_pkey PRIMARY KEY (audit_id)
);

create index ix_audit_log_user_id on audit_log using btree (user_id);
create index ix_audit_log_action on audit_log using btree (action);
create index ix_audit_log_created_at on audit_log using btree (created_at);

create table documents (
  doc_id            uuid not null,
  tender_id         character varying(100) not null,
  doc_type          character varying(100),
  file_name         character varying(500),
  file_path         text,
  file_url          text,
  content_text      text,
  extraction_status character varying(50) not null,
  file_size_bytes   integer,
  page_count        integer,
  mime_type         character varying(100),
  uploaded_at       timestamp without time zone not null default now(),
  constraint documents_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint documents_pkey PRIMARY KEY (doc_id)
);

create index ix_documents_tender_id on documents using btree (tender_id);
create index ix_documents_extraction_status on documents using btree (extraction_status);

create table embeddings (
  embed_id       uuid not null,
  doc_id         uuid,
  tender_id      character varying(100),
  chunk_text     text not null,
  chunk_index    integer,
  vector         double precision[],
  chunk_metadata jsonb,
  created_at     timestamp without time zone not null default now(),
  constraint embeddings_doc_id_fkey FOREIGN KEY (doc_id) REFERENCES documents(doc_id) ON DELETE CASCADE,
  constraint embeddings_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint embeddings_pkey PRIMARY KEY (embed_id)
);

create index ix_embeddings_doc_id on embeddings using btree (doc_id);
create index ix_embeddings_tender_id on embeddings using btree (tender_id);

create table fraud_events (
  event_id    uuid not null,
  user_id     uuid,
  event_type  character varying(100) not null,
  severity    character varying(50) not null,
  description text,
  ip_address  inet,
  metadata    jsonb,
  is_resolved boolean not null,
  resolved_at timestamp without time zone,
  resolved_by uuid,
  created_at  timestamp without time zone not null default now(),
  constraint fraud_events_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint fraud_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint fraud_events_pkey PRIMARY KEY (event_id)
);

create index ix_fraud_events_user_id on fraud_events using btree (user_id);
create index ix_fraud_events_event_type on fraud_events using btree (event_type);
create index ix_fraud_events_severity on fraud_events using btree (severity);
create index ix_fraud_events_is_resolved on fraud_events using btree (is_resolved);

create table message_threads (
  thread_id       uuid not null,
  user_id         uuid not null,
  subject         character varying(500),
  status          character varying(50) not null,
  last_message_at timestamp without time zone,
  created_at      timestamp without time zone not null default now(),
  updated_at      timestamp without time zone not null default now(),
  constraint message_threads_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint message_threads_pkey PRIMARY KEY (thread_id)
);

create index ix_message_threads_user_id on message_threads using btree (user_id);
create index ix_message_threads_status on message_threads using btree (status);

create table messages (
  message_id        uuid not null,
  thread_id         uuid not null,
  sender_id         uuid,
  content           text not null,
  is_system_message boolean not null,
  created_at        timestamp without time zone not null default now(),
  constraint messages_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint messages_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES message_threads(thread_id) ON DELETE CASCADE,
  constraint messages_pkey PRIMARY KEY (message_id)
);

create index ix_messages_thread_id on messages using btree (thread_id);
create index ix_messages_sender_id on messages using btree (sender_id);

create table notifications (
  notification_id uuid not null,
  user_id         uuid not null,
  alert_id        uuid,
  tender_id       character varying(100),
  message         text,
  is_read         boolean not null,
  sent_at         timestamp without time zone not null default now(),
  constraint notifications_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES alerts(alert_id) ON DELETE CASCADE,
  constraint notifications_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint notifications_pkey PRIMARY KEY (notification_id)
);

create index ix_notifications_user_id on notifications using btree (user_id);
create index ix_notifications_is_read on notifications using btree (is_read);

create table personalization_settings (
  setting_id          uuid not null,
  user_id             uuid not null,
  favorite_categories jsonb,
  favorite_cpv_codes  jsonb,
  favorite_entities   jsonb,
  dashboard_widgets   jsonb,
  created_at          timestamp without time zone not null default now(),
  updated_at          timestamp without time zone not null default now(),
  constraint personalization_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint personalization_settings_pkey PRIMARY KEY (setting_id),
  constraint personalization_settings_user_id_key UNIQUE (user_id)
);

create index ix_personalization_settings_user_id on personalization_settings using btree (user_id);

create table query_history (
  query_id      uuid not null,
  user_id       uuid,
  question      text not null,
  answer        text,
  sources       jsonb,
  confidence    numeric(3,2),
  query_time_ms integer,
  created_at    timestamp without time zone not null default now(),
  constraint query_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint query_history_pkey PRIMARY KEY (query_id)
);

create index ix_query_history_user_id on query_history using btree (user_id);
create index ix_query_history_created_at on query_history using btree (created_at);

create table refresh_tokens (
  token_id   uuid not null,
  user_id    uuid not null,
  token      character varying(500) not null,
  expires_at timestamp without time zone not null,
  is_revoked boolean not null,
  created_at timestamp without time zone not null default now(),
  constraint refresh_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint refresh_tokens_pkey PRIMARY KEY (token_id),
  constraint refresh_tokens_token_key UNIQUE (token)
);

create index ix_refresh_tokens_user_id on refresh_tokens using btree (user_id);
create index ix_refresh_tokens_token on refresh_tokens using btree (token);
create index ix_refresh_tokens_expires_at on refresh_tokens using btree (expires_at);

create table saved_searches (
  search_id       uuid not null,
  user_id         uuid not null,
  name            character varying(255) not null,
  search_criteria jsonb not null,
  is_alert        boolean not null,
  created_at      timestamp without time zone not null default now(),
  updated_at      timestamp without time zone not null default now(),
  constraint saved_searches_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint saved_searches_pkey PRIMARY KEY (search_id)
);

create index ix_saved_searches_user_id on saved_searches using btree (user_id);
create index ix_saved_searches_is_alert on saved_searches using btree (is_alert);

create table subscriptions (
  subscription_id        uuid not null,
  user_id                uuid not null,
  stripe_subscription_id character varying(255),
  stripe_customer_id     character varying(255),
  tier                   character varying(50),
  status                 character varying(50),
  current_period_start   timestamp without time zone,
  current_period_end     timestamp without time zone,
  cancel_at_period_end   boolean not null,
  cancelled_at           timestamp without time zone,
  created_at             timestamp without time zone not null default now(),
  constraint subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint subscriptions_pkey PRIMARY KEY (subscription_id),
  constraint subscriptions_stripe_subscription_id_key UNIQUE (stripe_subscription_id)
);

create index ix_subscriptions_user_id on subscriptions using btree (user_id);
create index ix_subscriptions_stripe_subscription_id on subscriptions using btree (stripe_subscription_id);
create index ix_subscriptions_status on subscriptions using btree (status);

create table tender_documents (
  doc_id            uuid not null,
  tender_id         character varying(100) not null,
  doc_type          character varying(100),
  file_name         character varying(500),
  file_path         text,
  file_url          text,
  content_text      text,
  extraction_status character varying(50) not null,
  file_size_bytes   integer,
  page_count        integer,
  mime_type         character varying(100),
  uploaded_at       timestamp without time zone not null default now(),
  constraint tender_documents_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint tender_documents_pkey PRIMARY KEY (doc_id)
);

create index ix_tender_documents_tender_id on tender_documents using btree (tender_id);
create index ix_tender_documents_extraction_status on tender_documents using btree (extraction_status);

create table tender_entity_link (
  link_id           uuid not null,
  tender_id         character varying(100) not null,
  entity_id         uuid not null,
  entity_type       character varying(50) not null,
  relationship_type character varying(100),
  created_at        timestamp without time zone not null default now(),
  constraint tender_entity_link_tender_id_fkey FOREIGN KEY (tender_id) REFERENCES tenders(tender_id) ON DELETE CASCADE,
  constraint tender_entity_link_pkey PRIMARY KEY (link_id),
  constraint uq_tender_entity UNIQUE (tender_id, entity_id, entity_type)
);

create index ix_tender_entity_link_tender_id on tender_entity_link using btree (tender_id);
create index ix_tender_entity_link_entity_id on tender_entity_link using btree (entity_id);

create table usage_tracking (
  tracking_id       uuid not null,
  user_id           uuid,
  action_type       character varying(100) not null,
  tracking_metadata jsonb,
  timestamp         timestamp without time zone not null default now(),
  constraint usage_tracking_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint usage_tracking_pkey PRIMARY KEY (tracking_id)
);

create index ix_usage_tracking_user_id on usage_tracking using btree (user_id);
create index ix_usage_tracking_action_type on usage_tracking using btree (action_type);
create index ix_usage_tracking_timestamp on usage_tracking using btree ("timestamp");

create table user_preferences (
  pref_id              uuid not null,
  user_id              uuid not null,
  language             character varying(10) not null,
  timezone             character varying(50) not null,
  email_notifications  boolean not null,
  in_app_notifications boolean not null,
  theme                character varying(20) not null,
  created_at           timestamp without time zone not null default now(),
  updated_at           timestamp without time zone not null default now(),
  constraint user_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint user_preferences_pkey PRIMARY KEY (pref_id),
  constraint user_preferences_user_id_key UNIQUE (user_id)
);

create index ix_user_preferences_user_id on user_preferences using btree (user_id);

create table billing_events (
  event_id        uuid not null,
  user_id         uuid,
  subscription_id uuid,
  event_type      character varying(100) not null,
  stripe_event_id character varying(255),
  amount          numeric(10,2),
  currency        character varying(10),
  status          character varying(50),
  metadata        jsonb,
  created_at      timestamp without time zone not null default now(),
  constraint billing_events_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(subscription_id) ON DELETE SET NULL,
  constraint billing_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE SET NULL,
  constraint billing_events_pkey PRIMARY KEY (event_id),
  constraint billing_events_stripe_event_id_key UNIQUE (stripe_event_id)
);

create index ix_billing_events_user_id on billing_events using btree (user_id);
create index ix_billing_events_subscription_id on billing_events using btree (subscription_id);
create index ix_billing_events_event_type on billing_events using btree (event_type);
create index ix_billing_events_stripe_event_id on billing_events using btree (stripe_event_id);

create table subscription_usage (
  usage_id        uuid not null,
  subscription_id uuid not null,
  user_id         uuid not null,
  resource_type   character varying(50) not null,
  quantity        integer not null,
  period_start    timestamp without time zone not null,
  period_end      timestamp without time zone not null,
  created_at      timestamp without time zone not null default now(),
  constraint subscription_usage_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(subscription_id) ON DELETE CASCADE,
  constraint subscription_usage_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(user_id) ON DELETE CASCADE,
  constraint subscription_usage_pkey PRIMARY KEY (usage_id)
);

create index ix_subscription_usage_subscription_id on subscription_usage using btree (subscription_id);
create index ix_subscription_usage_user_id on subscription_usage using btree (user_id);
create index ix_subscription_usage_period on subscription_usage using btree (period_start, period_end);
