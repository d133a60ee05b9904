-- A row in each table of nabavkidata, with no more than what must be given: the rest comes from the server.

insert into organizations (org_id, name) values ('00000000-0000-0000-0000-0000000000a1', 'Gradba DOO');
insert into users (user_id, email, password_hash, org_id)
  values ('00000000-0000-0000-0000-0000000000b1', 'ana@example.org', 'hash', '00000000-0000-0000-0000-0000000000a1');
insert into refresh_tokens (user_id, token, expires_at)
  values ('00000000-0000-0000-0000-0000000000b1', 'hash', '2026-01-01T00:00Z');
insert into api_keys (user_id, key_hash, key_prefix, name)
  values ('00000000-0000-0000-0000-0000000000b1', 'hash', 'nk_', 'import');
insert into user_preferences (user_id) values ('00000000-0000-0000-0000-0000000000b1');
insert into personalization_settings (user_id) values ('00000000-0000-0000-0000-0000000000b1');

insert into subscriptions (subscription_id, user_id)
  values ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000b1');
insert into subscription_usage (subscription_id, user_id, resource_type, period_start, period_end)
  values ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000b1', 'questions',
          '2025-11-01T00:00Z', '2025-12-01T00:00Z');
insert into billing_events (user_id, subscription_id, event_type)
  values ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', 'invoice.paid');
insert into usage_tracking (user_id, action_type) values ('00000000-0000-0000-0000-0000000000b1', 'search');

insert into cpv_codes (cpv_code, level) values ('45000000-7', 1);
insert into tenders (tender_id, title, cpv_code) values ('12345/2025', 'Патишта', '45000000-7');
insert into documents (doc_id, tender_id) values ('00000000-0000-0000-0000-0000000000d1', '12345/2025');
insert into tender_documents (tender_id) values ('12345/2025');
insert into tender_entity_link (tender_id, entity_id, entity_type)
  values ('12345/2025', '00000000-0000-0000-0000-0000000000a1', 'organizations');
insert into entity_categories (name) values ('municipality');

insert into embeddings (doc_id, tender_id, chunk_text, vector)
  values ('00000000-0000-0000-0000-0000000000d1', '12345/2025', 'Патишта', '{0.25,0.5}');
insert into query_history (user_id, question) values ('00000000-0000-0000-0000-0000000000b1', 'Кога?');
insert into analysis_history (user_id, tender_id, analysis_type)
  values ('00000000-0000-0000-0000-0000000000b1', '12345/2025', 'price');
insert into saved_searches (user_id, name, search_criteria)
  values ('00000000-0000-0000-0000-0000000000b1', 'roads', '{"cpv": "45"}');

insert into alerts (alert_id, user_id, name)
  values ('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-0000000000b1', 'roads');
insert into notifications (user_id, alert_id, tender_id)
  values ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000e1', '12345/2025');
insert into message_threads (thread_id, user_id)
  values ('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000b1');
insert into messages (thread_id, sender_id, content)
  values ('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000b1', 'Здраво');

insert into fraud_events (user_id, event_type, severity) values ('00000000-0000-0000-0000-0000000000b1', 'trial', 'low');
insert into fraud_detection (user_id, detection_type) values ('00000000-0000-0000-0000-0000000000b1', 'trial');
insert into rate_limits (user_id, endpoint, window_start)
  values ('00000000-0000-0000-0000-0000000000b1', '/questions', '2025-11-23T22:00Z');

insert into admin_audit_log (admin_user_id, action) values ('00000000-0000-0000-0000-0000000000b1', 'login');
insert into admin_settings (setting_key, updated_by) values ('trial_days', '00000000-0000-0000-0000-0000000000b1');
insert into audit_log (user_id, action) values ('00000000-0000-0000-0000-0000000000b1', 'login');
insert into system_config (config_key) values ('language');
