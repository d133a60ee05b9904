-- Tenants, their stores, the people who work and shop there, and how they log in.

create table tenants (
    id                uuid primary key default gen_random_uuid(),
    name              varchar(255) not null,
    code              varchar(50) not null unique,
    status            varchar(20) not null default 'trial',
    subscription_tier varchar(50) not null default 'community_and_new_business',
    contact_email     varchar(255),
    settings          jsonb not null default '{}',
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);

create table provinces_territories (
    id         uuid primary key default gen_random_uuid(),
    code       varchar(2) not null unique,
    name       varchar(100) not null,
    created_at timestamp not null default current_timestamp
);

create table stores (
    id                    uuid primary key default gen_random_uuid(),
    tenant_id             uuid not null references tenants (id) on delete cascade,
    province_territory_id uuid not null references provinces_territories (id),
    store_code            varchar(50) not null,
    name                  varchar(255) not null,
    address               jsonb not null default '{}',
    hours                 jsonb not null default '{}',
    timezone              varchar(50) not null default 'America/Toronto',
    license_number        varchar(100),
    is_active             boolean not null default true,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    unique (tenant_id, store_code)
);

create index ix_stores_tenant_active on stores (tenant_id) where is_active;
create index ix_stores_province on stores (province_territory_id);

create table users (
    id                uuid primary key default gen_random_uuid(),
    tenant_id         uuid,
    store_id          uuid,
    email             varchar(255) not null unique,
    password_hash     varchar(255) not null,
    first_name        varchar(100),
    last_name         varchar(100),
    role              user_role_simple not null default 'customer',
    active            boolean not null default true,
    last_login_at     timestamptz,
    login_count       integer not null default 0,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);

create index ix_users_tenant_role on users (tenant_id, role);

create table profiles (
    id             uuid primary key default gen_random_uuid(),
    user_id        uuid not null references users (id) on delete cascade,
    loyalty_points integer not null default 0,
    preferences    jsonb not null default '{}',
    created_at     timestamp not null default current_timestamp,
    updated_at     timestamp not null default current_timestamp
);

create table user_addresses (
    id             uuid primary key default gen_random_uuid(),
    user_id        uuid not null references users (id) on delete cascade,
    street_address varchar(255) not null,
    city           varchar(100) not null,
    postal_code    varchar(20) not null,
    country        varchar(2) not null default 'CA',
    is_default     boolean not null default false,
    created_at     timestamp not null default current_timestamp
);

create table user_permissions (
    id            uuid primary key default gen_random_uuid(),
    tenant_id     uuid not null references tenants (id) on delete cascade,
    user_id       uuid not null references users (id) on delete cascade,
    resource_type varchar(50) not null,
    action        varchar(50) not null,
    granted       boolean not null default true,
    created_at    timestamptz not null default now(),
    unique (user_id, resource_type, action)
);

create index ix_user_permissions_tenant on user_permissions (tenant_id);

create table role_permissions (
    id         uuid primary key default gen_random_uuid(),
    role       varchar(50) not null,
    action     varchar(50) not null,
    created_at timestamp not null default current_timestamp
);

create table api_keys (
    id         uuid primary key default gen_random_uuid(),
    user_id    uuid references users (id) on delete cascade,
    key_hash   varchar(255) not null unique,
    key_prefix varchar(12) not null,
    expires_at timestamp,
    created_at timestamp not null default current_timestamp
);

create table auth_tokens (
    id         uuid primary key default gen_random_uuid(),
    user_id    uuid not null references users (id) on delete cascade,
    token_type varchar(50) not null,
    token_hash varchar(255) not null,
    expires_at timestamp not null,
    created_at timestamp not null default current_timestamp
);

create table token_blacklist (
    id         uuid primary key default gen_random_uuid(),
    expires_at timestamp not null,
    reason     varchar(255)
);

create table user_sessions (
    id            uuid primary key default gen_random_uuid(),
    user_id       uuid not null references users (id) on delete cascade,
    session_token varchar(255) not null,
    ip_address    varchar(45),
    expires_at    timestamp not null,
    created_at    timestamp not null default current_timestamp
);

create table user_login_logs (
    id               uuid primary key default gen_random_uuid(),
    user_id          uuid not null references users (id) on delete cascade,
    tenant_id        uuid,
    login_timestamp  timestamptz not null default now(),
    login_successful boolean not null,
    login_method     varchar(50) not null default 'password',
    ip_address       inet not null,
    user_agent       text
);

create table otp_codes (
    id         uuid primary key default gen_random_uuid(),
    user_id    uuid references users (id) on delete cascade,
    attempts   integer not null default 0,
    expires_at timestamp not null,
    created_at timestamp not null default current_timestamp
);

create table otp_rate_limits (
    id            uuid primary key default gen_random_uuid(),
    request_count integer not null default 1
);

create table audit_log (
    id            bigint generated always as identity primary key,
    user_id       uuid references users (id) on delete set null,
    action        varchar(100) not null,
    resource_type varchar(100) not null,
    details       jsonb not null default '{}',
    ip_address    varchar(45),
    "timestamp"   timestamp not null default current_timestamp
);

create table location_access_log (
    id          uuid primary key default gen_random_uuid(),
    user_id     uuid references users (id) on delete set null,
    access_type varchar(50) not null,
    ip_address  varchar(45),
    created_at  timestamp not null default current_timestamp
);

create table age_verification_logs (
    id              uuid primary key default gen_random_uuid(),
    user_id         uuid references users (id) on delete set null,
    verification_by varchar(50) not null default 'self_declared'
);

create table voice_profiles (
    id         uuid primary key default gen_random_uuid(),
    user_id    uuid not null,
    is_active  boolean not null default true,
    created_at timestamp not null default current_timestamp,
    updated_at timestamp not null default current_timestamp
);

create table voice_auth_logs (
    id               uuid primary key default gen_random_uuid(),
    user_id          uuid,
    confidence_score double precision,
    ip_address       varchar(45)
);

create table system_settings (
    id          uuid primary key default gen_random_uuid(),
    category    varchar(100) not null,
    key         varchar(100) not null,
    value       jsonb not null,
    description text,
    updated_at  timestamp not null default current_timestamp
);

create table store_settings (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid not null references stores (id) on delete cascade,
    key        varchar(100) not null,
    value      jsonb not null,
    updated_at timestamp not null default current_timestamp
);

create table holidays (
    id                    uuid primary key default gen_random_uuid(),
    province_territory_id uuid references provinces_territories (id) on delete cascade,
    name                  varchar(100) not null,
    is_statutory          boolean not null default true,
    created_at            timestamp not null default current_timestamp
);
