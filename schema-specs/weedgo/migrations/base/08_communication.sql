-- Messages to customers: broadcasts, templates, what each customer wants to hear.

create table message_templates (
    id         uuid primary key default gen_random_uuid(),
    store_id   uuid references stores (id) on delete cascade,
    is_active  boolean not null default true,
    variables  jsonb not null default '[]',
    created_by uuid references users (id) on delete set null,
    created_at timestamp not null default now(),
    updated_at timestamp not null default now()
);

create table broadcasts (
    id               uuid primary key default gen_random_uuid(),
    store_id         uuid references stores (id) on delete cascade,
    created_by       uuid references users (id) on delete set null,
    status           varchar(50) not null default 'draft',
    scheduled_at     timestamp,
    total_recipients integer not null default 0,
    created_at       timestamp not null default now()
);

create table broadcast_messages (
    id           uuid primary key default gen_random_uuid(),
    broadcast_id uuid not null references broadcasts (id) on delete cascade,
    subject      varchar(255),
    created_at   timestamp not null default now()
);

create table broadcast_recipients (
    id           uuid primary key default gen_random_uuid(),
    broadcast_id uuid not null references broadcasts (id) on delete cascade,
    created_at   timestamp not null default now()
);

create table broadcast_segments (
    id           uuid primary key default gen_random_uuid(),
    segment_name varchar(100) not null,
    created_at   timestamp not null default now()
);

create table broadcast_audit_logs (
    id           uuid primary key default gen_random_uuid(),
    broadcast_id uuid references broadcasts (id) on delete set null,
    action       varchar(100) not null,
    performed_by uuid references users (id) on delete set null,
    ip_address   varchar(45),
    created_at   timestamp not null default now()
);

create table communication_analytics (
    id               uuid primary key default gen_random_uuid(),
    total_recipients integer not null default 0
);

create table communication_logs (
    id                  uuid primary key default gen_random_uuid(),
    user_id             uuid references users (id) on delete set null,
    channel             varchar(20) not null,
    recipient           varchar(255) not null,
    status              varchar(50) not null default 'pending',
    provider_message_id varchar(255),
    error_message       text
);

create table communication_preferences (
    id         uuid primary key default gen_random_uuid(),
    created_at timestamp not null default now(),
    updated_at timestamp not null default now()
);

create table push_subscriptions (
    id          uuid primary key default gen_random_uuid(),
    device_type varchar(20) not null,
    is_active   boolean not null default true,
    created_at  timestamp not null default now()
);

create table unsubscribe_list (
    id     uuid primary key default gen_random_uuid(),
    email  varchar(255),
    reason varchar(255)
);
