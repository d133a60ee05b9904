-- Stage 7, indexes: payments.

create unique index concurrently if not exists payment_providers_name_key on payment_providers (name);

create index concurrently if not exists idx_payment_credentials_active on payment_credentials (is_active, tenant_id);
create index concurrently if not exists idx_payment_credentials_expires on payment_credentials (expires_at) where expires_at is not null;
create index concurrently if not exists idx_payment_credentials_tenant on payment_credentials (tenant_id, provider, is_active);
create index concurrently if not exists idx_payment_credentials_type on payment_credentials (credential_type, is_active);

create unique index concurrently if not exists payment_methods_tenant_id_payment_token_provider_id_key on payment_methods (tenant_id, payment_token, provider_id);

create index concurrently if not exists idx_payment_transactions_idempotency on payment_transactions (idempotency_key) where idempotency_key is not null;
create index concurrently if not exists idx_payment_transactions_tenant_provider on payment_transactions (tenant_provider_id, created_at desc);
create index concurrently if not exists idx_transactions_created on payment_transactions (created_at desc);
create index concurrently if not exists idx_transactions_order on payment_transactions (order_id);
create index concurrently if not exists idx_transactions_provider_ref on payment_transactions (provider_transaction_id, provider_id);
create index concurrently if not exists idx_transactions_status on payment_transactions (status);
create index concurrently if not exists idx_transactions_tenant on payment_transactions (tenant_id);
create unique index concurrently if not exists payment_transactions_transaction_reference_key on payment_transactions (transaction_reference);

create index concurrently if not exists idx_disputes_status on payment_disputes (status);
create index concurrently if not exists idx_disputes_transaction on payment_disputes (transaction_id);

create index concurrently if not exists idx_fee_splits_settlement on payment_fee_splits (tenant_settled, platform_fee_collected);
create index concurrently if not exists idx_fee_splits_tenant on payment_fee_splits (tenant_id, created_at desc);
create unique index concurrently if not exists payment_fee_splits_transaction_id_key on payment_fee_splits (transaction_id);

create index concurrently if not exists idx_subscriptions_next_billing on payment_subscriptions (next_billing_date);
create index concurrently if not exists idx_subscriptions_status on payment_subscriptions (status);
create index concurrently if not exists idx_subscriptions_tenant on payment_subscriptions (tenant_id);

create index concurrently if not exists idx_settlements_date on payment_settlements (settlement_date desc);
create index concurrently if not exists idx_settlements_provider on payment_settlements (provider_id, settlement_date desc);

create index concurrently if not exists idx_metrics_date on payment_metrics (date desc);
create unique index concurrently if not exists payment_metrics_date_provider_id_key on payment_metrics (date, provider_id);

create index concurrently if not exists idx_health_metrics_provider on payment_provider_health_metrics (tenant_provider_id, checked_at desc);
create index concurrently if not exists idx_health_metrics_success on payment_provider_health_metrics (is_successful, checked_at desc);

create index concurrently if not exists idx_idempotency_expires on payment_idempotency_keys (expires_at);
create index concurrently if not exists idx_idempotency_status on payment_idempotency_keys (status, created_at desc);
create index concurrently if not exists idx_idempotency_tenant on payment_idempotency_keys (tenant_id, created_at desc);

create index concurrently if not exists idx_webhook_routes_path on payment_webhook_routes (webhook_url_path) where is_active = true;
create index concurrently if not exists idx_webhook_routes_tenant on payment_webhook_routes (tenant_id, provider);
create unique index concurrently if not exists payment_webhook_routes_webhook_url_path_key on payment_webhook_routes (webhook_url_path);

create index concurrently if not exists idx_webhooks_processed on payment_webhooks (processed, received_at);
create index concurrently if not exists idx_webhooks_provider on payment_webhooks (provider_id, received_at desc);

create index concurrently if not exists idx_payment_audit_action on payment_audit_log (action, created_at desc);
create index concurrently if not exists idx_payment_audit_created on payment_audit_log (created_at desc);
create index concurrently if not exists idx_payment_audit_entity on payment_audit_log (entity_type, entity_id);
create index concurrently if not exists idx_payment_audit_tenant on payment_audit_log (tenant_id, created_at desc);
