-- Stage 3, columns: payments.

alter table payment_providers
    add column if not exists name                 varchar(50) not null,
    add column if not exists capabilities         jsonb default '{}',
    add column if not exists fee_structure        jsonb default '{}',
    add column if not exists is_default           boolean default false,
    add column if not exists settlement_schedule  varchar(50) default 'daily',
    add column if not exists supported_card_types text[] default array['visa', 'mastercard', 'amex'],
    add column if not exists webhook_url          text;

alter table payment_credentials
    add column if not exists encrypted_data      text not null,
    add column if not exists encryption_metadata jsonb not null,
    add column if not exists provider            varchar(50) not null,
    add column if not exists tenant_id           uuid not null,
    add column if not exists description         text,
    add column if not exists revoked_at          timestamptz,
    add column if not exists updated_at          timestamptz default current_timestamp,
    add column if not exists updated_by          uuid;

alter table payment_methods
    add column if not exists type           varchar(50) not null,
    add column if not exists card_last_four varchar(4),
    add column if not exists display_name   varchar(100),
    add column if not exists is_active      boolean default true,
    add column if not exists last_used_at   timestamptz,
    add column if not exists payment_token  text,
    add column if not exists tenant_id      uuid;

alter table payment_transactions
    add column if not exists transaction_reference varchar(100) not null,
    add column if not exists type                  varchar(50) not null,
    add column if not exists authentication_data   jsonb default '{}',
    add column if not exists authentication_status varchar(50),
    add column if not exists device_fingerprint    text,
    add column if not exists failed_at             timestamptz,
    add column if not exists fraud_status          varchar(50),
    add column if not exists idempotency_key       varchar(255),
    add column if not exists ip_address            inet,
    add column if not exists net_amount            numeric(10,2),
    add column if not exists platform_fee          numeric(10,2) default 0,
    add column if not exists processed_at          timestamptz,
    add column if not exists provider_fee          numeric(10,2) default 0,
    add column if not exists risk_factors          jsonb default '{}',
    add column if not exists risk_score            integer,
    add column if not exists tax_amount            numeric(10,2) default 0,
    add column if not exists tenant_id             uuid,
    add column if not exists tenant_net_amount     numeric(10,2),
    add column if not exists tenant_provider_id    uuid,
    add column if not exists user_agent            text;

alter table payment_refunds
    add column if not exists amount                numeric(10,2) not null,
    add column if not exists completed_at          timestamptz,
    add column if not exists initiated_by          uuid,
    add column if not exists notes                 text,
    add column if not exists reason                varchar(255),
    add column if not exists refund_transaction_id uuid;

alter table payment_disputes
    add column if not exists amount             numeric(10,2) not null,
    add column if not exists type               varchar(50) not null,
    add column if not exists currency           varchar(3) default 'CAD',
    add column if not exists dispute_id         varchar(255),
    add column if not exists evidence_due_date  date,
    add column if not exists evidence_submitted jsonb default '{}',
    add column if not exists merchant_response  text,
    add column if not exists provider_id        uuid,
    add column if not exists provider_response  jsonb default '{}',
    add column if not exists reason             varchar(255),
    add column if not exists reason_code        varchar(50),
    add column if not exists updated_at         timestamptz default current_timestamp;

alter table payment_fee_splits
    add column if not exists gross_amount              numeric(10,2) not null,
    add column if not exists tenant_id                 uuid not null,
    add column if not exists tenant_net_amount         numeric(10,2) not null,
    add column if not exists platform_fee              numeric(10,2) default 0.00,
    add column if not exists platform_fee_collected    boolean default false,
    add column if not exists platform_fee_collected_at timestamptz,
    add column if not exists platform_fixed_fee        numeric(10,2) default 0.00,
    add column if not exists platform_percentage_fee   numeric(10,2) default 0.00,
    add column if not exists provider_fee              numeric(10,2) default 0.00,
    add column if not exists tenant_settled            boolean default false,
    add column if not exists tenant_settled_at         timestamptz;

alter table payment_subscriptions
    add column if not exists "interval"               varchar(20) not null,
    add column if not exists billing_cycles_completed integer default 0,
    add column if not exists cancelled_at             timestamptz,
    add column if not exists failed_payment_count     integer default 0,
    add column if not exists interval_count           integer default 1,
    add column if not exists next_billing_date        date,
    add column if not exists provider_id              uuid,
    add column if not exists subscription_id          varchar(255),
    add column if not exists tenant_id                uuid,
    add column if not exists trial_end_date           date;

alter table payment_settlements
    add column if not exists gross_amount           numeric(12,2) not null,
    add column if not exists adjustment_amount      numeric(10,2) default 0,
    add column if not exists bank_account_last_four varchar(4),
    add column if not exists chargeback_amount      numeric(10,2) default 0,
    add column if not exists chargeback_count       integer default 0,
    add column if not exists currency               varchar(3) default 'CAD',
    add column if not exists deposit_date           date,
    add column if not exists reconciled_at          timestamptz,
    add column if not exists refund_amount          numeric(10,2) default 0,
    add column if not exists refund_count           integer default 0,
    add column if not exists settlement_id          varchar(255),
    add column if not exists settlement_report_url  text;

alter table payment_metrics
    add column if not exists date                    date not null,
    add column if not exists avg_transaction_time_ms integer,
    add column if not exists metrics_by_type         jsonb default '{}',
    add column if not exists net_amount              numeric(12,2) default 0,
    add column if not exists success_rate            numeric(5,2),
    add column if not exists total_refunds           numeric(10,2) default 0;

alter table payment_provider_health_metrics
    add column if not exists checked_at         timestamptz default current_timestamp,
    add column if not exists endpoint           varchar(255),
    add column if not exists error_type         varchar(100),
    add column if not exists is_successful      boolean,
    add column if not exists method             varchar(10),
    add column if not exists status_code        integer,
    add column if not exists tenant_provider_id uuid;

alter table payment_idempotency_keys
    add column if not exists tenant_id uuid not null,
    add column if not exists response  jsonb,
    add column if not exists status    varchar(20) default 'processing';

alter table payment_webhook_routes
    add column if not exists provider           varchar(50) not null,
    add column if not exists tenant_id          uuid not null,
    add column if not exists webhook_url_path   varchar(255) not null,
    add column if not exists tenant_provider_id uuid,
    add column if not exists updated_at         timestamptz default current_timestamp;

alter table payment_webhooks
    add column if not exists processed          boolean default false,
    add column if not exists processing_error   text,
    add column if not exists received_at        timestamptz default current_timestamp,
    add column if not exists signature_verified boolean default false,
    add column if not exists webhook_id         varchar(255);

alter table payment_audit_log
    add column if not exists details     jsonb default '{}',
    add column if not exists entity_id   varchar(255),
    add column if not exists entity_type varchar(50),
    add column if not exists tenant_id   uuid;
