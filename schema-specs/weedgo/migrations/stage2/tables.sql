-- Stage 2: audit and rate limits of the agents.

-- What the agents did, event by event, each with a hash.
create table if not exists agi_audit_logs (
    id            bigint primary key default nextval('agi_audit_logs_id_seq'),
    event_type    text not null,
    severity      text not null,
    user_id       text,
    session_id    text,
    resource_type text,
    resource_id   text,
    action        text,
    result        text,
    ip_address    text,
    user_agent    text,
    error_message text,
    stack_trace   text,
    metadata      jsonb default '{}',
    event_hash    text not null,
    "timestamp"   timestamptz not null,
    created_at    timestamptz default current_timestamp
);

-- The events of a period, counted.
create table if not exists agi_audit_aggregates (
    id           integer primary key default nextval('agi_audit_aggregates_id_seq'),
    period_start timestamptz not null,
    period_end   timestamptz not null,
    event_type   text not null,
    severity     text,
    count        bigint not null default 0,
    unique_users integer default 0,
    metadata     jsonb default '{}',
    created_at   timestamptz default current_timestamp
);

-- What was too much in too short a time.
create table if not exists agi_audit_alerts (
    id                  integer primary key default nextval('agi_audit_alerts_id_seq'),
    alert_type          text not null,
    severity            text not null,
    event_count         integer not null,
    time_window_minutes integer not null,
    triggered_at        timestamptz default current_timestamp,
    resolved_at         timestamptz,
    alert_data          jsonb default '{}',
    acknowledged        boolean default false,
    acknowledged_by     text,
    acknowledged_at     timestamptz
);

-- How much each scope may do: a token bucket holds burst_size tokens and gets limit_value more in window_seconds.
create table if not exists agi_rate_limit_rules (
    name           text primary key,
    scope          text not null,
    strategy       text not null,
    limit_value    integer not null,
    window_seconds integer not null,
    burst_size     integer,
    priority       integer default 0,
    enabled        boolean default true,
    metadata       jsonb default '{}',
    created_at     timestamptz default current_timestamp,
    updated_at     timestamptz default current_timestamp
);

-- What each caller has left, as of last_update.
create table if not exists agi_rate_limit_buckets (
    key         text primary key,
    tokens      double precision not null,
    last_update timestamptz not null,
    metadata    jsonb default '{}'
);

-- Calls that were refused.
create table if not exists agi_rate_limit_violations (
    id           integer primary key default nextval('agi_rate_limit_violations_id_seq'),
    rule_name    text not null,
    identifier   text not null,
    resource     text,
    attempts     integer not null,
    window_start timestamptz not null,
    window_end   timestamptz not null,
    metadata     jsonb default '{}',
    created_at   timestamptz default current_timestamp
);

alter sequence agi_audit_logs_id_seq owned by agi_audit_logs.id;
alter sequence agi_audit_aggregates_id_seq owned by agi_audit_aggregates.id;
alter sequence agi_audit_alerts_id_seq owned by agi_audit_alerts.id;
alter sequence agi_rate_limit_violations_id_seq owned by agi_rate_limit_violations.id;
