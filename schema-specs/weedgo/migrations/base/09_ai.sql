-- The assistant that advises customers, and what it learns.

create table ai_personalities (
    id            uuid primary key default gen_random_uuid(),
    system_prompt text,
    active        boolean not null default true,
    created_at    timestamp not null default current_timestamp
);

-- Which agent speaks for a store, and how.
create table store_ai_agents (
    id             uuid primary key default gen_random_uuid(),
    store_id       uuid not null references stores (id) on delete cascade,
    personality_id uuid references ai_personalities (id) on delete set null,
    agent_name     varchar(100) not null,
    config         jsonb not null default '{}',
    is_active      boolean not null default true,
    created_at     timestamp not null default current_timestamp,
    unique (store_id, agent_name)
);

create index ix_store_ai_agents_personality on store_ai_agents (personality_id);

create table ai_conversations (
    id         uuid primary key default gen_random_uuid(),
    session_id varchar(255) not null,
    user_id    uuid references users (id) on delete set null
);

create table chat_interactions (
    id         uuid primary key default gen_random_uuid(),
    intent     varchar(100),
    created_at timestamp not null default current_timestamp
);

create table conversation_states (
    id              uuid primary key default gen_random_uuid(),
    user_id         uuid references users (id) on delete cascade,
    customer_intent varchar(100)
);

create table conversion_metrics (
    id          uuid primary key default gen_random_uuid(),
    session_id  varchar(255) not null,
    user_id     uuid references users (id) on delete set null,
    final_stage varchar(50),
    order_value numeric(10,2),
    created_at  timestamp not null default current_timestamp
);

create table ai_training_data (
    id              uuid primary key default gen_random_uuid(),
    detected_intent varchar(100),
    created_at      timestamp not null default current_timestamp
);

create table parameter_accuracy (
    id               uuid primary key default gen_random_uuid(),
    training_data_id uuid references ai_training_data (id) on delete cascade,
    created_at       timestamp not null default current_timestamp
);

create index ix_parameter_accuracy_training_data on parameter_accuracy (training_data_id);

create table training_examples (
    id         uuid primary key default gen_random_uuid(),
    is_active  boolean not null default true,
    created_at timestamp not null default current_timestamp
);

create table training_sessions (
    id             uuid primary key default gen_random_uuid(),
    total_examples integer not null default 0
);

create table model_versions (
    id           uuid primary key default gen_random_uuid(),
    model_name   varchar(100) not null,
    version      varchar(50) not null,
    artifact_url text,
    created_at   timestamp not null default current_timestamp,
    unique (model_name, version)
);

create table model_deployments (
    id               uuid primary key default gen_random_uuid(),
    model_version_id uuid not null references model_versions (id) on delete cascade,
    environment      varchar(50) not null default 'production',
    created_at       timestamp not null default current_timestamp
);

create index ix_model_deployments_version on model_deployments (model_version_id);

create table model_metrics (
    id               uuid primary key default gen_random_uuid(),
    model_version_id uuid references model_versions (id) on delete cascade,
    created_at       timestamp not null default current_timestamp
);

create index ix_model_metrics_version on model_metrics (model_version_id);
