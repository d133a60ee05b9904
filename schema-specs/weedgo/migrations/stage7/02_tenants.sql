-- Stage 7, indexes: tenants, users, settings.
-- One default address of a kind for each user: the two indexes that say so are unique here. As delivered they were not.

create unique index concurrently if not exists tenants_name_key on tenants (name);

create index concurrently if not exists idx_users_role_customer on users (role) where role = 'customer';

create index concurrently if not exists idx_profiles_customer_type on profiles (customer_type);
create index concurrently if not exists idx_profiles_last_order_date on profiles (last_order_date desc);
create index concurrently if not exists idx_profiles_loyalty_points on profiles (loyalty_points);
create index concurrently if not exists idx_profiles_payment_methods_gin on profiles using gin (payment_methods);
create index concurrently if not exists idx_profiles_preferences_gin on profiles using gin (preferences);
create index concurrently if not exists idx_profiles_purchase_history_gin on profiles using gin (purchase_history);
create unique index concurrently if not exists unique_user_profile on profiles (user_id);

create index concurrently if not exists idx_user_addresses_user on user_addresses (user_id);
create unique index concurrently if not exists unique_default_billing_per_user on user_addresses (user_id) where is_default = true and address_type = 'billing';
create unique index concurrently if not exists unique_default_delivery_per_user on user_addresses (user_id) where is_default = true and address_type = 'delivery';

create unique index concurrently if not exists role_permissions_role_resource_type_action_key on role_permissions (role, resource_type, action);

create index concurrently if not exists idx_api_keys_key_hash on api_keys (key_hash);
create index concurrently if not exists idx_api_keys_user_id on api_keys (user_id);

create index concurrently if not exists idx_auth_tokens_expires_at on auth_tokens (expires_at);
create index concurrently if not exists idx_auth_tokens_token_hash on auth_tokens (token_hash);
create index concurrently if not exists idx_auth_tokens_token_type on auth_tokens (token_type);
create index concurrently if not exists idx_auth_tokens_type_user on auth_tokens (token_type, user_id);
create index concurrently if not exists idx_auth_tokens_user_id on auth_tokens (user_id);

create index concurrently if not exists idx_token_blacklist_expires_at on token_blacklist (expires_at);
create index concurrently if not exists idx_token_blacklist_token_id on token_blacklist (token_id);
create unique index concurrently if not exists token_blacklist_token_id_key on token_blacklist (token_id);

create index concurrently if not exists idx_user_sessions_expires_at on user_sessions (expires_at);
create index concurrently if not exists idx_user_sessions_session_token on user_sessions (session_token);
create index concurrently if not exists idx_user_sessions_user_id on user_sessions (user_id);
create unique index concurrently if not exists user_sessions_session_token_key on user_sessions (session_token);

create index concurrently if not exists idx_user_login_logs_ip_address on user_login_logs (ip_address);
create index concurrently if not exists idx_user_login_logs_session_id on user_login_logs (session_id);
create index concurrently if not exists idx_user_login_logs_tenant_id on user_login_logs (tenant_id);
create index concurrently if not exists idx_user_login_logs_timestamp on user_login_logs (login_timestamp desc);
create index concurrently if not exists idx_user_login_logs_user_id on user_login_logs (user_id);

create index concurrently if not exists idx_otp_codes_code on otp_codes (code);
create index concurrently if not exists idx_otp_codes_expires_at on otp_codes (expires_at);
create index concurrently if not exists idx_otp_codes_identifier on otp_codes (identifier);
create index concurrently if not exists idx_otp_codes_user_id on otp_codes (user_id);

create index concurrently if not exists idx_otp_rate_limits_blocked_until on otp_rate_limits (blocked_until);
create unique index concurrently if not exists idx_otp_rate_limits_identifier on otp_rate_limits (identifier, identifier_type);

create index concurrently if not exists idx_audit_log_timestamp on audit_log ("timestamp");
create index concurrently if not exists idx_audit_log_user_id on audit_log (user_id);

create index concurrently if not exists idx_location_access_log_access_type on location_access_log (access_type);
create index concurrently if not exists idx_location_access_log_created_at on location_access_log (created_at);
create index concurrently if not exists idx_location_access_log_store_id on location_access_log (store_id);
create index concurrently if not exists idx_location_access_log_user_id on location_access_log (user_id);

create index concurrently if not exists idx_age_verification_logs_timestamp on age_verification_logs ("timestamp");

create index concurrently if not exists idx_voice_profiles_user_id on voice_profiles (user_id);

create index concurrently if not exists idx_voice_auth_logs_timestamp on voice_auth_logs ("timestamp");
create index concurrently if not exists idx_voice_auth_logs_user_id on voice_auth_logs (user_id);

create unique index concurrently if not exists system_settings_category_key_key on system_settings (category, key);

create index concurrently if not exists idx_store_settings_category on store_settings (category);
create index concurrently if not exists idx_store_settings_store on store_settings (store_id);
create unique index concurrently if not exists store_settings_store_id_category_key_key on store_settings (store_id, category, key);

create index concurrently if not exists idx_holidays_lookup on holidays (holiday_type, province_territory_id, is_statutory);
create index concurrently if not exists idx_holidays_type on holidays (holiday_type);
