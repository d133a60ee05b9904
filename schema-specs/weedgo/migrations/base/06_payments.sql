-- Providers of payment services, what they were asked to do, and what came of it.

create table payment_providers (
    id            uuid primary key default gen_random_uuid(),
    display_name  varchar(100) not null,
    provider_type varchar(50) not null,
    is_active     boolean not null default true,
    is_sandbox    boolean not null default true,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

-- Which provider a tenant has taken on.
create table tenant_payment_providers (
    id               uuid primary key default gen_random_uuid(),
    tenant_id        uuid not null references tenants (id) on delete cascade,
    provider_id      uuid not null references payment_providers (id) on delete restrict,
    merchant_id      varchar(255),
    is_primary       boolean not null default false,
    is_active        boolean not null default true,
    percentage_fee   numeric(5,4) not null default 0.0200 check (percentage_fee between 0 and 1),
    fixed_fee        numeric(10,2) not null default 0 check (fixed_fee >= 0),
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    unique (tenant_id, provider_id, merchant_id)
);

create index ix_tenant_payment_providers_provider on tenant_payment_providers (provider_id);
create unique index ux_tenant_payment_providers_primary on tenant_payment_providers (tenant_id) where is_primary;

create table payment_credentials (
    id              uuid primary key default gen_random_uuid(),
    credential_type varchar(50) not null,
    is_active       boolean not null default true,
    expires_at      timestamptz,
    created_by      uuid references users (id) on delete set null,
    created_at      timestamptz not null default now()
);

create table payment_methods (
    id          uuid primary key default gen_random_uuid(),
    provider_id uuid references payment_providers (id) on delete restrict,
    user_id     uuid references users (id) on delete cascade,
    is_default  boolean not null default false,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

create table user_payment_methods (
    id                uuid primary key default gen_random_uuid(),
    tenant_id         uuid not null references tenants (id) on delete cascade,
    user_id           uuid not null references users (id) on delete cascade,
    payment_method_id uuid not null references payment_methods (id) on delete cascade,
    nickname          varchar(100),
    is_default        boolean not null default false,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    unique (user_id, payment_method_id)
);

create index ix_user_payment_methods_tenant on user_payment_methods (tenant_id);
create index ix_user_payment_methods_method on user_payment_methods (payment_method_id);

create table payment_transactions (
    id                      uuid primary key default gen_random_uuid(),
    provider_id             uuid references payment_providers (id) on delete restrict,
    order_id                uuid references orders (id) on delete restrict,
    provider_transaction_id varchar(255),
    amount                  numeric(10,2) not null check (amount >= 0),
    currency                varchar(3) not null default 'CAD',
    status                  varchar(50) not null default 'pending',
    created_at              timestamptz not null default now(),
    updated_at              timestamptz not null default now()
);

create table payment_refunds (
    id                      uuid primary key default gen_random_uuid(),
    original_transaction_id uuid not null references payment_transactions (id) on delete restrict,
    status                  varchar(50) not null default 'pending',
    created_at              timestamptz not null default now()
);

create index ix_payment_refunds_original on payment_refunds (original_transaction_id);

create table payment_disputes (
    id             uuid primary key default gen_random_uuid(),
    transaction_id uuid references payment_transactions (id) on delete restrict,
    status         varchar(50) not null default 'open',
    created_at     timestamptz not null default now()
);

create table payment_fee_splits (
    id             uuid primary key default gen_random_uuid(),
    transaction_id uuid not null references payment_transactions (id) on delete restrict,
    created_at     timestamptz not null default now()
);

create table payment_subscriptions (
    id         uuid primary key default gen_random_uuid(),
    status     varchar(50) not null default 'active',
    amount     numeric(10,2) not null check (amount >= 0),
    currency   varchar(3) not null default 'CAD',
    start_date date not null default current_date,
    created_at timestamptz not null default now()
);

create table payment_settlements (
    id              uuid primary key default gen_random_uuid(),
    provider_id     uuid references payment_providers (id) on delete restrict,
    settlement_date date not null,
    net_amount      numeric(12,2) not null,
    fee_amount      numeric(10,2) not null default 0,
    created_at      timestamptz not null default now()
);

create table payment_metrics (
    id                 uuid primary key default gen_random_uuid(),
    provider_id        uuid references payment_providers (id) on delete cascade,
    total_transactions integer not null default 0,
    total_amount       numeric(12,2) not null default 0,
    created_at         timestamptz not null default now()
);

create table payment_provider_health_metrics (
    id               uuid primary key default gen_random_uuid(),
    response_time_ms integer,
    error_message    text
);

create table payment_idempotency_keys (
    idempotency_key varchar(255) primary key,
    request_hash    varchar(64) not null,
    expires_at      timestamptz not null default now() + interval '24 hours',
    created_at      timestamptz not null default now()
);

create table payment_webhook_routes (
    id         uuid primary key default gen_random_uuid(),
    is_active  boolean not null default true,
    created_at timestamptz not null default now()
);

create table payment_webhooks (
    id           uuid primary key default gen_random_uuid(),
    provider_id  uuid references payment_providers (id) on delete set null,
    event_type   varchar(100) not null,
    payload      jsonb not null,
    processed_at timestamptz
);

create table payment_audit_log (
    id         uuid primary key default gen_random_uuid(),
    action     varchar(100) not null,
    user_id    uuid references users (id) on delete set null,
    ip_address inet,
    created_at timestamptz not null default now()
);
